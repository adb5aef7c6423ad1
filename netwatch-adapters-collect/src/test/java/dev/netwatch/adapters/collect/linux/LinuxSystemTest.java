package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinuxSystemTest {
    @TempDir
    Path proc;

    private LinuxSystem system(String name, String architecture) {
        return new LinuxSystem(name, architecture, proc, proc.resolve("passwd"));
    }

    private static Optional<String> code(Optional<Notice> refusal) {
        return refusal.map(Notice::code);
    }

    @Test
    void refusesWhereThereIsNoLinux() {
        LinuxSystem mac = system("Mac OS X", "aarch64");
        assertEquals(Optional.of("other-system"), code(new InetDiagSource(mac, new FakeClock()).refusal()));
        assertEquals(Optional.of("other-system"), code(new ProcNetSource(mac, new FakeClock()).refusal()));
    }

    @Test
    void refusesSystemCallsItDoesNotKnow() {
        LinuxSystem strange = system("Linux", "vax");
        assertEquals(Optional.of("architecture-unknown"), code(new InetDiagSource(strange, new FakeClock()).refusal()));
    }

    @Test
    void refusesProcWhereItIsNotMounted() throws IOException {
        ProcNetSource source = new ProcNetSource(system("Linux", "vax"), new FakeClock());
        assertEquals(Optional.of("proc-net-missing"), code(source.refusal()));
        assertEquals(
                "procfs-refused",
                assertThrows(SourceException.class, source::sample).notice().code());
        Files.writeString(
                Files.createDirectories(proc.resolve("net")).resolve("tcp"), "  sl  local_address\n nonsense\n");
        assertTrue(source.refusal().isEmpty());
        assertTrue(source.sample().coverage().reasons().stream()
                .anyMatch(reason -> reason.code().equals("unreadable")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "makes a /proc of symbolic links")
    void aSecondNamespaceOfProcessesMeansThatNotAllAreSeen() throws IOException {
        Path self = Files.createDirectories(proc.resolve("self/ns"));
        Files.createSymbolicLink(self.resolve("net"), Path.of("net:[4026531840]"));
        Files.createSymbolicLink(self.resolve("pid"), Path.of("pid:[4026532999]"));
        Files.createDirectories(proc.resolve("1"));
        Namespace contained = Namespace.read(proc);
        assertEquals(Optional.of("4026531840"), contained.network());
        assertEquals(false, contained.allProcesses());
        Files.delete(self.resolve("pid"));
        Files.createSymbolicLink(self.resolve("pid"), Path.of("pid:[4026531836]"));
        assertEquals(true, Namespace.read(proc).allProcesses());
    }
}
