package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.support.command.Command;
import dev.netwatch.adapters.collect.support.command.CommandResult;
import dev.netwatch.adapters.collect.support.command.CommandRunner;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Mac whose sockets a test opens; its programs print what those of a real one would. */
final class ScriptedMac implements CommandRunner {
    private static final String HEADER =
            "time,,interface,state,bytes_in,bytes_out,rx_dupe,rx_ooo,re-tx,rtt_avg,rcvsize,"
                    + "tx_win,tc_class,tc_mgt,cc_algo,P,C,R,W,arch,\n";
    private static final DateTimeFormatter LSTART = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss uuuu", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** @param mapped whether IPv4 goes through an IPv6 socket */
    static final class Socket {
        final FiveTuple tuple;
        final boolean mapped;
        final String device;
        boolean counted;
        long received;
        long sent;

        Socket(FiveTuple tuple, boolean mapped, String device) {
            this.tuple = tuple;
            this.mapped = mapped;
            this.device = device;
            this.counted = tuple.remote().isPresent();
        }

        private boolean v6() {
            return mapped || !tuple.local().address().isV4();
        }

        private boolean waits() {
            return tuple.remote().isEmpty();
        }
    }

    private final long pid;
    private final Instant startedAt;
    private final List<Socket> sockets = new ArrayList<>();
    private int devices;

    /** @param startedAt when its only process with sockets did */
    ScriptedMac(long pid, Instant startedAt) {
        this.pid = pid;
        this.startedAt = startedAt;
    }

    Socket open(FiveTuple tuple, boolean mapped) {
        Socket socket = new Socket(tuple, mapped, "0xcdf758597a6d" + Integer.toHexString(0x4000 + devices++));
        sockets.add(socket);
        return socket;
    }

    void close(Socket socket) {
        sockets.remove(socket);
    }

    @Override
    public boolean has(Path program) {
        return true;
    }

    @Override
    public CommandResult run(Command command) {
        boolean arguments = command.arguments().contains("-p");
        return CommandResult.exited(
                0,
                switch (command.name()) {
                    case "nettop" -> nettop();
                    case "lsof" -> lsof();
                    default -> arguments ? psLine("") + "java -jar x.jar\n" : psLine("1 501 ada ") + "/usr/bin/java\n";
                },
                "");
    }

    private String psLine(String middle) {
        return pid + " " + middle + LSTART.format(startedAt) + " ";
    }

    private String nettop() {
        StringBuilder text =
                new StringBuilder(HEADER).append("18:18:38.329546,java.").append(pid);
        text.append(",,,0,0,0,0,0,,,,,,,,,,,,\n");
        for (Socket socket : sockets) {
            boolean tcp = socket.tuple.protocol() == Protocol.TCP;
            text.append("18:18:38.329500,").append(tcp ? "tcp" : "udp").append(socket.v6() ? "6 " : "4 ");
            text.append(nettopEnd(socket.tuple.local(), socket)).append("<->");
            text.append(
                    socket.tuple.remote().map(peer -> nettopEnd(peer, socket)).orElse(socket.v6() ? "*.*" : "*:*"));
            text.append(",lo0,").append(tcp ? socket.waits() ? "Listen" : "Established" : "");
            text.append(socket.counted ? "," + socket.received + "," + socket.sent : ",,");
            text.append(tcp && socket.counted ? ",0,0,0" : ",,,").append(",,,,,,,,,,,so,\n");
        }
        return text.toString();
    }

    private static String nettopEnd(Endpoint end, Socket socket) {
        String prefix = socket.mapped ? "::ffff:" : "";
        return prefix + end.address() + (socket.v6() ? "." : ":") + end.port();
    }

    private String lsof() {
        StringBuilder text = new StringBuilder("p" + pid + "\ncjava\n");
        int descriptor = 3;
        for (Socket socket : sockets) {
            boolean tcp = socket.tuple.protocol() == Protocol.TCP;
            text.append("f").append(descriptor++).append("\nt").append(socket.v6() ? "IPv6" : "IPv4");
            text.append("\nd").append(socket.device).append("\nP").append(socket.tuple.protocol());
            text.append("\nn").append(socket.tuple.local());
            socket.tuple.remote().ifPresent(peer -> text.append("->").append(peer));
            text.append(tcp ? "\nTST=" + (socket.waits() ? "LISTEN" : "ESTABLISHED") + "\nTQR=0\nTQS=0\n" : "\n");
        }
        return text.toString();
    }
}
