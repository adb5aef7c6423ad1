package dev.netwatch.adapters.collect.support.ebpf;

import java.nio.ByteBuffer;

/**
 * One 8-byte slot of a program: {@code u8 opcode; u8 destination:4, source:4; s16 offset; s32 immediate}.
 *
 * @see <a href="https://docs.kernel.org/bpf/standardization/instruction-set.html#instruction-encoding">encoding</a>
 */
record Instruction(int opcode, Register destination, int source, int offset, int immediate) {
    static final int BYTES = 8;

    /** Source of a 64-bit load whose immediate is the descriptor of a map. */
    static final int MAP_DESCRIPTOR = 1;

    static final int LOAD_64 = 0x18;
    static final int CALL = 0x85;
    static final int EXIT = 0x95;
    static final int JUMP = 0x05;
    static final int ATOMIC_64 = 0xdb;
    static final int TO_BIG_ENDIAN = 0xdc;

    private static final int CLASS = 0x07;
    private static final int FROM_REGISTER = 0x08;
    private static final String[] ARITHMETIC = {
        "+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>=", "neg", "%=", "^=", "=", "s>>=", "?", "?", "?"
    };

    Instruction {
        if (offset != (short) offset) {
            throw new IllegalArgumentException("an offset has 16 bits, not " + offset);
        }
    }

    /** Little-endian machines only: elsewhere the two registers change places. */
    void encode(ByteBuffer to) {
        to.put((byte) opcode)
                .put((byte) (source << 4 | destination.ordinal()))
                .putShort((short) offset)
                .putInt(immediate);
    }

    Instruction withOffset(int other) {
        return new Instruction(opcode, destination, source, other, immediate);
    }

    boolean takesTwoSlots() {
        return opcode == LOAD_64;
    }

    /** As {@code bpftool prog dump xlated} writes it. */
    @Override
    public String toString() {
        return switch (opcode) {
            case LOAD_64 -> destination + " = map[" + immediate + "]";
            case CALL -> "call " + Helper.nameOf(immediate) + "#" + immediate;
            case EXIT -> "exit";
            case JUMP -> "goto " + signed(offset);
            case ATOMIC_64 -> "lock " + memory(destination.toString()) + " += r" + source;
            case TO_BIG_ENDIAN -> destination + " = be" + immediate + " " + destination;
            default -> byClass();
        };
    }

    private String byClass() {
        String operand = (opcode & FROM_REGISTER) != 0 ? "r" + source : Integer.toString(immediate);
        return switch (opcode & CLASS) {
            case 0x01 -> destination + " = " + memory("r" + source);
            case 0x02 -> memory(destination.toString()) + " = " + immediate;
            case 0x03 -> memory(destination.toString()) + " = r" + source;
            case 0x05 ->
                "if " + destination + " " + Condition.symbolOf(opcode) + " " + operand + " goto " + signed(offset);
            case 0x07 -> destination + " " + ARITHMETIC[opcode >> 4] + " " + operand;
            default -> "code 0x" + Integer.toHexString(opcode);
        };
    }

    private String memory(String base) {
        return "*(" + Width.of(opcode) + " *)(" + base + " " + signed(offset) + ")";
    }

    private static String signed(int value) {
        return value < 0 ? Integer.toString(value) : "+" + value;
    }
}
