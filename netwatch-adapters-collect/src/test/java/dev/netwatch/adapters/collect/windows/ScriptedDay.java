package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import java.time.Duration;
import java.util.List;

/** A machine with a bit of everything, for the screen: it is sampled three times. */
final class ScriptedDay {
    private static final long MORNING = 134_398_000_000_000_000L;

    private final FakeClock clock = new FakeClock();
    private final ScriptedWindows windows = new ScriptedWindows();
    private final ConnectionSource source = new IphlpapiSource(
            new WindowsSystem("Windows 11"),
            () -> windows,
            new FakeNetworkInterfaces().add(new LocalInterface("wlan2", 12, true, false, List.of())),
            clock);

    ScriptedDay() {
        program(1_044, "svchost.exe", "C:\\Windows\\System32\\svchost.exe");
        program(2_212, "chrome.exe", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
        program(3_380, "Füße.exe", "C:\\Users\\ich\\Füße.exe");
        windows.processes.put(4, new ScriptedWindows.Process("System", 0, false, "", 0));
        windows.services.put("Dnscache", 1_044);
        windows.services.put("NlaSvc", 1_044);
        windows.tcp("0.0.0.0", 445, "0.0.0.0", 0, ScriptedWindows.LISTEN, 4);
        windows.udp("0.0.0.0", 5_353, 1_044);
    }

    private void program(int pid, String name, String path) {
        windows.processes.put(pid, new ScriptedWindows.Process(name, 4, true, path, MORNING));
    }

    ConnectionSource source() {
        return source;
    }

    void record(SampleRecorder recorder) {
        ScriptedWindows.Socket first = tcp("192.168.1.20", 50_100, "198.51.100.7", 443, 2_212);
        ScriptedWindows.Socket second = tcp("192.168.1.20", 50_101, "198.51.100.7", 443, 2_212);
        ScriptedWindows.Socket service = tcp("2001:db8::20", 50_102, "2001:db8:1::53", 443, 1_044);
        ScriptedWindows.Socket link = tcp("fe80::20", 50_103, "fe80::1", 631, 3_380);
        link.localScope = Integer.reverseBytes(12);
        link.remoteScope = Integer.reverseBytes(12);
        ScriptedWindows.Socket refused = tcp("192.168.1.20", 50_104, "203.0.113.9", 80, 3_380);
        refused.statisticsError = WindowsError.NOT_FOUND;
        look(recorder);
        first.carry(1_200_000, 40_000);
        second.carry(300_000, 9_000);
        service.carry(4_096, 512);
        look(recorder);
        first.carry(2_400_000, 80_000);
        second.state = 11; // TIME_WAIT: nobody's, and not counted any more
        second.pid = 0;
        second.createdAt = 0;
        look(recorder);
    }

    private ScriptedWindows.Socket tcp(String local, int port, String remote, int remotePort, int pid) {
        ScriptedWindows.Socket socket = windows.tcp(local, port, remote, remotePort, ScriptedWindows.ESTABLISHED, pid);
        socket.createdAt = MORNING + port * FileTime.PER_SECOND;
        return socket;
    }

    private void look(SampleRecorder recorder) {
        recorder.record(source.sample());
        clock.advance(Duration.ofSeconds(2));
    }
}
