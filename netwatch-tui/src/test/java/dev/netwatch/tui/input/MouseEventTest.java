package dev.netwatch.tui.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MouseEventTest {
    @Test
    void clicksAndTheWheelAreTold() {
        assertEquals(Optional.of(new MouseEvent(MouseEvent.Kind.CLICK, 11, 4)), MouseEvent.of("\033[<0;12;5M"));
        assertEquals(Optional.of(new MouseEvent(MouseEvent.Kind.WHEEL_UP, 0, 0)), MouseEvent.of("\033[<64;1;1M"));
        assertEquals(
                Optional.of(new MouseEvent(MouseEvent.Kind.WHEEL_DOWN, 300, 99)), MouseEvent.of("\033[<69;301;100M"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\033[<0;12;5m",
                "\033[<1;12;5M",
                "\033[<2;1;1M",
                "\033[<32;1;1M",
                "\033[<35;1;1M",
                "\033[<0;0;0M",
                "\033[<4;1;1M",
                "\033[<0;1M",
                "\033[<999999;1;1M",
                "\033[<0;99999999;1M",
                "x",
                "\033[A",
                "",
                "\033[M !!"
            })
    void theRestIsOfNoInterest(String key) {
        assertEquals(Optional.empty(), MouseEvent.of(key));
    }
}
