package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.io.IOException;

/** Puts a question to a server, minding the manners. Thread-safe; blocks. */
final class WhoisQuestion {
    private final WhoisHosts hosts;
    private final WhoisConnection connection;
    private final WhoisManners manners;

    WhoisQuestion(WhoisHosts hosts, WhoisConnection connection, WhoisManners manners) {
        this.hosts = hosts;
        this.connection = connection;
        this.manners = manners;
    }

    /**
     * What the server says about the address.
     *
     * @param question in the server's own dialect
     * @throws IOException with a reason in a few words, if it rests, refuses or does not answer
     */
    WhoisReply ask(WhoisServer server, String question, IpAddress address) throws IOException, InterruptedException {
        manners.awaitTurn(server);
        WhoisReply reply = WhoisParser.parse(text(server, question), address);
        if (reply.refused()) {
            throw new IOException(manners.refused(server));
        }
        manners.answered(server);
        return reply;
    }

    private String text(WhoisServer server, String question) throws IOException, InterruptedException {
        try {
            String answer = connection.ask(hosts.endpointsOf(server), question);
            if (answer.isBlank()) {
                throw new IOException("empty answer");
            }
            return answer;
        } catch (IOException e) {
            throw new IOException(manners.failed(server), e);
        }
    }
}
