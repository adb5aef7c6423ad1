package dev.netwatch.adapters.collect.support.ebpf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a BPF program instruction by instruction; each method appends one and returns this. Arithmetic and comparisons
 * are 64 bits wide. Jumps go to {@link Label}s and get their distance in {@link #assemble}.
 *
 * @see <a href="https://docs.kernel.org/bpf/standardization/instruction-set.html">BPF instruction set</a>
 */
final class Assembler {
    private static final int FROM_REGISTER = 0x08;
    private static final int ALU64 = 0x07;
    private static final int LOAD_MEMORY = 0x61;
    private static final int STORE_IMMEDIATE = 0x62;
    private static final int STORE_REGISTER = 0x63;
    private static final int JUMP_CLASS = 0x05;

    private final List<Instruction> instructions = new ArrayList<>();
    private final Map<Integer, Label> jumps = new HashMap<>();
    private final Map<Integer, List<String>> labels = new HashMap<>();

    // Arithmetic

    Assembler move(Register to, Register from) {
        return alu(0xb0, to, from);
    }

    Assembler move(Register to, int value) {
        return alu(0xb0, to, value);
    }

    Assembler add(Register to, Register value) {
        return alu(0x00, to, value);
    }

    Assembler add(Register to, int value) {
        return alu(0x00, to, value);
    }

    Assembler subtract(Register from, Register value) {
        return alu(0x10, from, value);
    }

    Assembler multiply(Register what, Register by) {
        return alu(0x20, what, by);
    }

    Assembler or(Register to, Register value) {
        return alu(0x40, to, value);
    }

    Assembler and(Register to, int mask) {
        return alu(0x50, to, mask);
    }

    Assembler shiftLeft(Register what, int bits) {
        return alu(0x60, what, bits);
    }

    Assembler shiftRight(Register what, int bits) {
        return alu(0x70, what, bits);
    }

    /** Keeps the sign. */
    Assembler shiftRightSigned(Register what, int bits) {
        return alu(0xc0, what, bits);
    }

    /** From network order, or to it. @param bits 16 or 32; the bits above become zero */
    Assembler networkOrder(Register what, int bits) {
        return append(Instruction.TO_BIG_ENDIAN, what, 0, 0, bits);
    }

    // Memory

    Assembler load(Width width, Register to, Register base, int offset) {
        return append(LOAD_MEMORY | width.code, to, base.ordinal(), offset, 0);
    }

    Assembler store(Width width, Register base, int offset, Register from) {
        return append(STORE_REGISTER | width.code, base, from.ordinal(), offset, 0);
    }

    Assembler store(Width width, Register base, int offset, int value) {
        return append(STORE_IMMEDIATE | width.code, base, 0, offset, value);
    }

    /** Adds to a 64-bit word that other processors change too. */
    Assembler atomicAdd(Register base, int offset, Register value) {
        return append(Instruction.ATOMIC_64, base, value.ordinal(), offset, 0);
    }

    /** Loads what the map helpers take for a map: two slots. */
    Assembler loadMap(Register to, int descriptor) {
        return append(Instruction.LOAD_64, to, Instruction.MAP_DESCRIPTOR, 0, descriptor)
                .append(0, Register.R0, 0, 0, 0);
    }

    // Control

    Assembler bind(Label label) {
        label.bind(instructions.size());
        labels.computeIfAbsent(instructions.size(), unused -> new ArrayList<>()).add(label.toString());
        return this;
    }

    Assembler jump(Label to) {
        jumps.put(instructions.size(), to);
        return append(Instruction.JUMP, Register.R0, 0, 0, 0);
    }

    Assembler jumpIf(Register left, Condition condition, Register right, Label to) {
        jumps.put(instructions.size(), to);
        return append(JUMP_CLASS | FROM_REGISTER | condition.code, left, right.ordinal(), 0, 0);
    }

    Assembler jumpIf(Register left, Condition condition, int right, Label to) {
        jumps.put(instructions.size(), to);
        return append(JUMP_CLASS | condition.code, left, 0, 0, right);
    }

    /** Calls a helper: arguments in R1 to R5, which are lost; the result in R0. */
    Assembler call(Helper helper) {
        return append(Instruction.CALL, Register.R0, 0, 0, helper.number);
    }

    Assembler exit() {
        return append(Instruction.EXIT, Register.R0, 0, 0, 0);
    }

    /** @throws IllegalStateException if a jump leads to a label that is not bound */
    Code assemble() {
        List<Instruction> linked = new ArrayList<>(instructions);
        jumps.forEach((at, label) -> linked.set(at, linked.get(at).withOffset(label.position() - at - 1)));
        return new Code(linked, labels);
    }

    private Assembler alu(int operation, Register to, Register from) {
        return append(ALU64 | FROM_REGISTER | operation, to, from.ordinal(), 0, 0);
    }

    private Assembler alu(int operation, Register to, int value) {
        return append(ALU64 | operation, to, 0, 0, value);
    }

    private Assembler append(int opcode, Register destination, int source, int offset, int immediate) {
        instructions.add(new Instruction(opcode, destination, source, offset, immediate));
        return this;
    }
}
