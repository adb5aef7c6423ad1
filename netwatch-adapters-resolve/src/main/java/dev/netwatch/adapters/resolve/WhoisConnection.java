package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.port.Clock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.net.whois.WhoisClient;

/** Puts one question to a whois server: all of it within one deadline, and no more bytes than allowed. */
final class WhoisConnection {
    private final WhoisConfig config;
    private final Clock clock;

    WhoisConnection(WhoisConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * The answer of the first endpoint that takes the question.
     *
     * @throws IOException if none answers in time
     */
    String ask(List<Endpoint> endpoints, String question) throws IOException {
        long deadline = clock.nanos() + config.timeout().toNanos();
        IOException failure = new IOException("no address to ask");
        for (Endpoint endpoint : endpoints) {
            try {
                return ask(endpoint, question, deadline);
            } catch (IOException e) {
                e.addSuppressed(failure);
                failure = e;
            }
        }
        throw failure;
    }

    private String ask(Endpoint endpoint, String question, long deadline) throws IOException {
        InetSocketAddress address = DnsServers.socketAddress(endpoint);
        WhoisClient client = new WhoisClient();
        client.setConnectTimeout(millisLeft(deadline));
        try {
            client.connect(address.getAddress(), address.getPort());
            return decode(read(client, client.getInputStream(question), deadline));
        } finally {
            if (client.isConnected()) {
                client.disconnect();
            }
        }
    }

    /* Each read waits no longer than is left, so a server that sends a byte now and then gains nothing by it. */
    private byte[] read(WhoisClient client, InputStream answer, long deadline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (bytes.size() < config.longestAnswer()) {
            client.setSoTimeout(millisLeft(deadline));
            int count = answer.read(buffer, 0, Math.min(buffer.length, config.longestAnswer() - bytes.size()));
            if (count < 0) {
                return bytes.toByteArray();
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }

    private int millisLeft(long deadline) throws SocketTimeoutException {
        long millis = (deadline - clock.nanos()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    /** UTF-8 if it is that, else Latin 1, which LACNIC and the older servers speak. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
