package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.port.NameCache;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link NameCache} promises. */
public abstract class NameCacheContract {
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1");
    private static final Duration HOUR = Duration.ofHours(1);

    /** The clock the cache asks. */
    protected final FakeClock clock = new FakeClock();

    /** An empty cache, the same one throughout a test. */
    protected abstract NameCache cache();

    private CachedName named(String text) {
        return new CachedName(Optional.of(text), false, clock.now(), clock.now().plus(HOUR));
    }

    @Test
    void knowsNothingItWasNotTold() {
        assertEquals(Optional.empty(), cache().find(ADDRESS, NameKind.HOST));
    }

    @Test
    void keepsEachKindOfEachAddressApart() {
        CachedName host = named("one.example");
        CachedName organisation = named("Example Ltd");
        IpAddress eth0 = IpAddress.parse("fe80::1%eth0");
        cache().put(ADDRESS, NameKind.HOST, host);
        cache().put(ADDRESS, NameKind.ORGANISATION, organisation);
        cache().put(eth0, NameKind.HOST, named("zoned.example"));
        assertEquals(Optional.of(host), cache().find(ADDRESS, NameKind.HOST));
        assertEquals(Optional.of(organisation), cache().find(ADDRESS, NameKind.ORGANISATION));
        assertEquals(Optional.of(named("zoned.example")), cache().find(eth0, NameKind.HOST));
        assertEquals(Optional.empty(), cache().find(IpAddress.parse("fe80::1%eth1"), NameKind.HOST));
    }

    @Test
    void keepsThatThereIsNoNameAndThatAskingFailed() {
        CachedName none =
                new CachedName(Optional.empty(), false, clock.now(), clock.now().plus(HOUR));
        CachedName failed =
                new CachedName(Optional.empty(), true, clock.now(), clock.now().plus(HOUR));
        cache().put(ADDRESS, NameKind.HOST, none);
        cache().put(ADDRESS, NameKind.ORGANISATION, failed);
        assertEquals(Optional.of(none), cache().find(ADDRESS, NameKind.HOST));
        assertEquals(Optional.of(failed), cache().find(ADDRESS, NameKind.ORGANISATION));
    }

    @Test
    void aLaterAnswerTakesThePlaceOfTheEarlier() {
        cache().put(ADDRESS, NameKind.HOST, named("old.example"));
        clock.advance(Duration.ofMinutes(1));
        CachedName later = named("new.example");
        cache().put(ADDRESS, NameKind.HOST, later);
        assertEquals(Optional.of(later), cache().find(ADDRESS, NameKind.HOST));
    }

    @Test
    void anAnswerIsGoneWhenItExpires() {
        CachedName name = named("one.example");
        cache().put(ADDRESS, NameKind.HOST, name);
        clock.advance(HOUR.minusSeconds(1));
        assertEquals(Optional.of(name), cache().find(ADDRESS, NameKind.HOST));
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), cache().find(ADDRESS, NameKind.HOST));
    }
}
