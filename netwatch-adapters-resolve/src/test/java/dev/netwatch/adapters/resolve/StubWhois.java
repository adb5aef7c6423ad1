package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A whois server on loopback that says what a test tells it to say. */
final class StubWhois implements AutoCloseable {
    /** What it does with a question. */
    interface Behaviour {
        void answer(String question, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    StubWhois(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        DaemonThreads.named("stub-whois", this::serve).start();
    }

    static StubWhois answering(UnaryOperator<String> answers) throws IOException {
        return answering(StandardCharsets.UTF_8, answers);
    }

    static StubWhois answering(Charset charset, UnaryOperator<String> answers) throws IOException {
        return new StubWhois(
                (question, out) -> out.write(answers.apply(question).getBytes(charset)));
    }

    /** Takes questions and says nothing until it is closed. */
    static StubWhois hanging() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        return new StubWhois((question, out) -> never.await());
    }

    Endpoint endpoint() {
        return new Endpoint(IpAddress.of(server.getInetAddress().getAddress()), server.getLocalPort());
    }

    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                DaemonThreads.named("stub-whois-answer", () -> answer(client)).start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String question = String.valueOf(in.readLine());
            asked.add(question);
            behaviour.answer(question, client.getOutputStream());
        } catch (IOException e) {
            closed.countDown(); // the client had enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a client to hang up while it is still being answered. */
    void awaitHangUp() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
