package dev.netwatch.adapters.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.SourceSelector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which source serves on which system: all are asked, and all but its own refuse. */
class SourceOfEachSystemTest {
    private final String name = System.getProperty("os.name");

    @AfterEach
    void backHome() {
        System.setProperty("os.name", name);
    }

    private static SourceSelector.Choice choiceOn(String system) {
        System.setProperty("os.name", system);
        return new SourceSelector(ConnectionSources.forThisSystem(new FakeClock())).best();
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 10,iphlpapi",
        "Windows 11,iphlpapi",
        "Windows Server 2025,iphlpapi",
        "FreeBSD,oshi",
        "OpenBSD,oshi",
        "SunOS,oshi",
        "AIX,oshi"
    })
    void takesTheBestThatIsMadeForIt(String system, String source) {
        assertEquals(source, choiceOn(system).source().id());
    }

    @Test
    void thatOthersAreMadeForOtherSystemsGoesWithoutSaying() {
        for (String system : List.of("Windows 11", "FreeBSD")) {
            assertEquals(
                    List.of(),
                    choiceOn(system).passedOver().stream().map(Notice::sentence).toList());
        }
    }
}
