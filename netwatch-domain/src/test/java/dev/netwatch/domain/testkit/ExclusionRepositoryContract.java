package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.ExclusionRepository;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ExclusionRepository} promises. */
public abstract class ExclusionRepositoryContract {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** An empty repository, the same one throughout a test. */
    protected abstract ExclusionRepository exclusions();

    @Test
    void beginsEmpty() {
        assertEquals(List.of(), exclusions().list());
        assertEquals(0, exclusions().clear());
        assertFalse(exclusions().remove("curl"));
    }

    @Test
    void listsByName() {
        Exclusion curl = new Exclusion("curl", NOON);
        Exclusion chrome = new Exclusion("chrome (Helper) 'π'", NOON.plusSeconds(1));
        exclusions().add(curl);
        exclusions().add(chrome);
        assertEquals(List.of(chrome, curl), exclusions().list());
    }

    @Test
    void oneThatIsThereAlreadyStaysAsItIs() {
        exclusions().add(new Exclusion("curl", NOON));
        exclusions().add(new Exclusion("curl", NOON.plusSeconds(9)));
        assertEquals(List.of(new Exclusion("curl", NOON)), exclusions().list());
    }

    @Test
    void removesExactlyTheOneNamed() {
        exclusions().add(new Exclusion("curl", NOON));
        exclusions().add(new Exclusion("Curl", NOON));
        assertTrue(exclusions().remove("curl"));
        assertFalse(exclusions().remove("curl"));
        assertEquals(List.of(new Exclusion("Curl", NOON)), exclusions().list());
    }

    @Test
    void clearsAndSaysHowMany() {
        exclusions().add(new Exclusion("a", NOON));
        exclusions().add(new Exclusion("b", NOON));
        assertEquals(2, exclusions().clear());
        assertEquals(List.of(), exclusions().list());
    }
}
