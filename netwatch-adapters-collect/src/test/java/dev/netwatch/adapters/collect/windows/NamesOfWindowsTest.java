package dev.netwatch.adapters.collect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.windows.ProcessEntryCodec.Entry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes, services and times as Windows writes them. */
class NamesOfWindowsTest {
    private static final long WINE_BUFFER = 0x1_4000_d040L;

    private final ScriptedWindows windows = new ScriptedWindows();

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        windows.processes(bytes ->
                entries.add(ProcessEntryCodec.decode(bytes, windows.pointerSize).orElseThrow()));
        return entries;
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void readsProcessesOfEitherWordSize(int pointerSize) {
        windows.pointerSize = pointerSize;
        windows.processes.put(4_711, new ScriptedWindows.Process("Füße 漢.exe", 612, true, "", 0));
        assertEquals(List.of(new Entry(4_711, 612, "Füße 漢.exe")), entries());
    }

    @Test
    void aNameWithoutAnEndIsCutWhereItsRoomIs() {
        windows.processes.put(1, new ScriptedWindows.Process("x".repeat(260), 0, true, "", 0));
        assertEquals("x".repeat(260), entries().get(0).name());
    }

    @Test
    void tooFewBytesAreNoProcess() {
        assertEquals(Optional.empty(), ProcessEntryCodec.decode(ByteBuffer.allocate(567), 8));
        assertEquals(Optional.empty(), ProcessEntryCodec.decode(ByteBuffer.allocate(555), 4));
    }

    @Test
    void readsTheProcessesThatWineWrote() {
        ByteBuffer all = RecordedTable.read("wine-8.0/processes.bin");
        int size = ProcessEntryCodec.size(8);
        assertEquals(0, all.limit() % size);
        List<String> names = new ArrayList<>();
        for (int at = 0; at < all.limit(); at += size) {
            assertEquals(size, all.getInt(at), "dwSize");
            Entry entry = ProcessEntryCodec.decode(all.slice(at, size), 8).orElseThrow();
            names.add(entry.pid() + " " + entry.name());
        }
        assertTrue(names.containsAll(List.of("32 dump.exe", "56 services.exe", "200 svchost.exe")), names.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void readsServicesOfEitherWordSize(int pointerSize) {
        windows.pointerSize = pointerSize;
        windows.services.put("NlaSvc", 900);
        windows.services.put("Dnscache", 900);
        windows.services.put("Spooler", 1_200);
        ByteBuffer buffer = ByteBuffer.allocateDirect(4_096);
        WindowsApi.Services answer = windows.services(buffer);
        assertEquals(
                Map.of(900, List.of("Dnscache", "NlaSvc"), 1_200, List.of("Spooler")),
                ServiceCodec.decode(buffer, answer.count(), answer.address(), pointerSize));
    }

    @Test
    void readsTheServicesThatWineWrote() {
        ByteBuffer buffer = RecordedTable.read("wine-8.0/services.bin");
        Map<Integer, List<String>> byProcess = ServiceCodec.decode(buffer, 5, WINE_BUFFER, 8);
        assertEquals(List.of("Eventlog"), byProcess.get(200));
        assertEquals(List.of("PlugPlay"), byProcess.get(168));
        assertEquals(List.of("RpcSs"), byProcess.get(224));
    }

    @Property(tries = 2_000)
    void noBytesAtAllCrashTheReadingOfServices(@ForAll Random random) {
        byte[] noise = new byte[random.nextInt(1_000)];
        random.nextBytes(noise);
        ByteBuffer buffer = ByteBuffer.wrap(noise).order(ByteOrder.LITTLE_ENDIAN);
        int pointerSize = random.nextBoolean() ? 4 : 8;
        for (int i = 0; i + 8 <= noise.length && random.nextInt(4) > 0; i += 4) {
            buffer.putInt(i, random.nextInt(noise.length) - 4); // pointers that could lead into the buffer
        }
        ServiceCodec.decode(buffer, random.nextInt(), 0, pointerSize)
                .values()
                .forEach(names -> names.forEach(name -> assertTrue(name.length() <= 256)));
    }

    @Test
    void countsTimeFromTheYear1601() {
        assertEquals(Optional.of(Instant.EPOCH), FileTime.instant(116_444_736_000_000_000L));
        assertEquals(
                Optional.of(Instant.parse("2026-11-22T12:34:56.1234567Z")), FileTime.instant(134_398_244_961_234_567L));
        assertEquals(Optional.empty(), FileTime.instant(0));
        assertEquals(Optional.empty(), FileTime.instant(-1));
    }
}
