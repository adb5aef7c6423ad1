package dev.netwatch.domain.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HostNameTest {
    @Test
    void theFinalDotIsNoPartOfAHostName() {
        assertEquals(Optional.of("www.example.org"), HostName.ofPresentation("www.example.org."));
        assertEquals(Optional.of("www.example.org"), HostName.ofPresentation("www.example.org"));
        assertEquals(Optional.of("_srv-1.Example.ORG"), HostName.ofPresentation("_srv-1.Example.ORG."));
    }

    @Test
    void theRootIsNoName() {
        assertEquals(Optional.empty(), HostName.ofPresentation("."));
        assertEquals(Optional.empty(), HostName.ofPresentation(""));
    }

    @Test
    void escapedBytesAreShownToBeOdd() {
        assertEquals(Optional.of("?[31mred.example"), HostName.ofPresentation("\\027[31mred.example."));
        assertEquals(Optional.of("pay?pal.example"), HostName.ofPresentation("pay\\000pal.example."));
        assertEquals(Optional.of("na??ve.example"), HostName.ofPresentation("na\\195\\175ve.example."));
    }

    @Test
    void aDotInsideALabelDoesNotPoseAsTheEndOfOne() {
        assertEquals(
                Optional.of("www?bank?com.evil.example"), HostName.ofPresentation("www\\.bank\\.com.evil.example."));
        assertEquals(Optional.of("a?"), HostName.ofPresentation("a\\."));
    }

    @Test
    void anEscapeCutShortIsOddToo() {
        assertEquals(Optional.of("a?"), HostName.ofPresentation("a\\"));
        assertEquals(Optional.of("a?2"), HostName.ofPresentation("a\\12"));
    }

    @Property
    void anyNameBecomesVisibleAscii(@ForAll String name) {
        HostName.ofPresentation(name).ifPresent(host -> assertTrue(host.chars().allMatch(c -> c > ' ' && c < 0x7f)));
    }
}
