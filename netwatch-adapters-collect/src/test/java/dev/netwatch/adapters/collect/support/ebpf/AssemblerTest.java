package dev.netwatch.adapters.collect.support.ebpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected bytes follow the instruction set's document, text that of {@code bpftool prog dump xlated}. */
class AssemblerTest {

    static Stream<Arguments> instructions() {
        return Stream.of(
                Arguments.of("bf16000000000000", "r6 = r1", asm().move(Register.R6, Register.R1)),
                Arguments.of("b700000001000000", "r0 = 1", asm().move(Register.R0, 1)),
                Arguments.of("07020000f8ffffff", "r2 += -8", asm().add(Register.R2, -8)),
                Arguments.of("0f94000000000000", "r4 += r9", asm().add(Register.R4, Register.R9)),
                Arguments.of("1f91000000000000", "r1 -= r9", asm().subtract(Register.R1, Register.R9)),
                Arguments.of("2f92000000000000", "r2 *= r9", asm().multiply(Register.R2, Register.R9)),
                Arguments.of("4f21000000000000", "r1 |= r2", asm().or(Register.R1, Register.R2)),
                Arguments.of("570900000f000000", "r9 &= 15", asm().and(Register.R9, 15)),
                Arguments.of("6709000002000000", "r9 <<= 2", asm().shiftLeft(Register.R9, 2)),
                Arguments.of("7700000020000000", "r0 >>= 32", asm().shiftRight(Register.R0, 32)),
                Arguments.of("c703000020000000", "r3 s>>= 32", asm().shiftRightSigned(Register.R3, 32)),
                Arguments.of("dc01000010000000", "r1 = be16 r1", asm().networkOrder(Register.R1, 16)),
                Arguments.of(
                        "61624c0000000000",
                        "r2 = *(u32 *)(r6 +76)",
                        asm().load(Width.U32, Register.R2, Register.R6, 76)),
                Arguments.of(
                        "7125090000000000", "r5 = *(u8 *)(r2 +9)", asm().load(Width.U8, Register.R5, Register.R2, 9)),
                Arguments.of(
                        "6941020000000000", "r1 = *(u16 *)(r4 +2)", asm().load(Width.U16, Register.R1, Register.R4, 2)),
                Arguments.of(
                        "7b0af8ff00000000",
                        "*(u64 *)(r10 -8) = r0",
                        asm().store(Width.U64, Register.R10, -8, Register.R0)),
                Arguments.of("620af0ff00000000", "*(u32 *)(r10 -16) = 0", asm().store(Width.U32, Register.R10, -16, 0)),
                Arguments.of(
                        "db10180000000000",
                        "lock *(u64 *)(r0 +24) += r1",
                        asm().atomicAdd(Register.R0, 24, Register.R1)),
                Arguments.of("8500000001000000", "call map_lookup_elem#1", asm().call(Helper.MAP_LOOKUP_ELEM)),
                Arguments.of("9500000000000000", "exit", asm().exit()));
    }

    private static Assembler asm() {
        return new Assembler();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("instructions")
    void writesEachInstructionAsTheKernelReadsIt(String bytes, String text, Assembler asm) {
        Code code = asm.assemble();
        assertEquals(bytes, HexFormat.of().formatHex(code.bytes()));
        assertEquals(text, code.instructions().get(0).toString());
    }

    @Test
    void loadsAMapWithTwoSlotsAndListsThemAsOne() {
        Code code = new Assembler().loadMap(Register.R1, 7).exit().assemble();
        assertEquals(
                "1811000007000000" + "0000000000000000" + "9500000000000000",
                HexFormat.of().formatHex(code.bytes()));
        assertEquals(String.format("    0: r1 = map[7]%n    2: exit%n"), code.listing());
    }

    @Test
    void countsJumpsFromTheNextInstructionInBothDirections() {
        Label start = new Label("start");
        Label end = new Label("end");
        Code code = new Assembler()
                .bind(start)
                .jumpIf(Register.R1, Condition.EQUAL, Register.R2, end)
                .jumpIf(Register.R1, Condition.SIGNED_LESS_OR_EQUAL, 0, start)
                .jump(end)
                .bind(end)
                .exit()
                .assemble();
        assertEquals(
                "1d21020000000000" + "d501feff00000000" + "0500000000000000" + "9500000000000000",
                HexFormat.of().formatHex(code.bytes()));
        assertEquals(
                String.format("start:%n    0: if r1 == r2 goto +2%n    1: if r1 s<= 0 goto -2%n    2: goto +0%nend:%n"
                        + "    3: exit%n"),
                code.listing());
    }

    @Test
    void refusesALabelThatIsNotBoundOrBoundTwice() {
        Label label = new Label("nowhere");
        Assembler asm = new Assembler().jump(label);
        assertThrows(IllegalStateException.class, asm::assemble);
        asm.bind(label);
        assertThrows(IllegalStateException.class, () -> asm.bind(label));
    }

    @Test
    void refusesAnOffsetThatDoesNotFit() {
        Assembler asm = new Assembler();
        assertThrows(
                IllegalArgumentException.class,
                () -> asm.load(Width.U8, Register.R0, Register.R1, Short.MAX_VALUE + 1));
    }
}
