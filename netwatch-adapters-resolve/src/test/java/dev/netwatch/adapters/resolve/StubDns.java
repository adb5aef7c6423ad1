package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server on loopback that says what a test tells it to say, by UDP. */
final class StubDns implements AutoCloseable {
    private final DatagramSocket socket;
    private final Function<Message, Optional<Message>> answers;
    private final List<Name> asked = new CopyOnWriteArrayList<>();

    private StubDns(Function<Message, Optional<Message>> answers) throws SocketException {
        this.answers = answers;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DaemonThreads.named("stub-dns", this::serve).start();
    }

    static StubDns answering(Function<Message, Message> answers) throws SocketException {
        return new StubDns(question -> Optional.of(answers.apply(question)));
    }

    /** Reads and says nothing. */
    static StubDns silent() throws SocketException {
        return new StubDns(question -> Optional.empty());
    }

    static StubDns saying(int code) throws SocketException {
        return answering(question -> reply(question, code));
    }

    static Message reply(Message question, int code, Record... records) {
        Message reply = new Message(question.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(code);
        reply.addRecord(question.getQuestion(), Section.QUESTION);
        for (Record record : records) {
            reply.addRecord(record, Section.ANSWER);
        }
        return reply;
    }

    Endpoint endpoint() {
        return new Endpoint(IpAddress.of(socket.getLocalAddress().getAddress()), socket.getLocalPort());
    }

    List<Name> asked() {
        return asked;
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(packet);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void answer(DatagramPacket packet) throws IOException {
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        Message question = new Message(bytes);
        asked.add(question.getQuestion().getName());
        Optional<Message> answer = answers.apply(question);
        if (answer.isPresent()) {
            byte[] wire = answer.get().toWire();
            socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
