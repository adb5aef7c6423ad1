package dev.netwatch.domain.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.connection.Container.Engine;
import org.junit.jupiter.api.Test;

class ContainerTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void aHashIsToldInShortAsEnginesDo() {
        assertEquals("0123456789ab", Container.of(Engine.DOCKER, HASH).label());
    }

    @Test
    void aNameIsToldWhole() {
        assertEquals("web-1", Container.of(Engine.DOCKER, HASH).named("web-1").label());
        assertEquals("debian-12", Container.of(Engine.LXC, "debian-12").label());
    }

    @Test
    void aContainerWithoutIdIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Container.of(Engine.OTHER, ""));
    }
}
