package dev.netwatch.adapters.collect.support.ebpf;

/** When a 64-bit comparison jumps; unsigned unless named signed. */
enum Condition {
    EQUAL(0x10, "=="),
    GREATER(0x20, ">"),
    GREATER_OR_EQUAL(0x30, ">="),
    ANY_BIT_OF(0x40, "&"),
    NOT_EQUAL(0x50, "!="),
    SIGNED_GREATER_OR_EQUAL(0x70, "s>="),
    SIGNED_LESS_OR_EQUAL(0xd0, "s<=");

    final int code;
    final String symbol;

    Condition(int code, String symbol) {
        this.code = code;
        this.symbol = symbol;
    }

    static String symbolOf(int opcode) {
        for (Condition condition : values()) {
            if (condition.code == (opcode & 0xf0)) {
                return condition.symbol;
            }
        }
        return "?";
    }
}
