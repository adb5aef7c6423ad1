package dev.netwatch.adapters.collect.support.ebpf;

/** How many bytes a load or store moves. */
enum Width {
    U8(0x10, 1),
    U16(0x08, 2),
    U32(0x00, 4),
    U64(0x18, 8);

    final int code;
    final int bytes;

    Width(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    static Width of(int opcode) {
        return switch (opcode & 0x18) {
            case 0x10 -> U8;
            case 0x08 -> U16;
            case 0x00 -> U32;
            default -> U64;
        };
    }

    @Override
    public String toString() {
        return "u" + bytes * 8;
    }
}
