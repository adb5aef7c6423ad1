package dev.netwatch.adapters.resolve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names the organisations that networks refer to by handle. Thread-safe; blocks. */
final class WhoisOrganisations {
    private static final int REMEMBERED = 4_096;

    private final WhoisQuestion question;
    private final Map<String, String> names = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    WhoisOrganisations(WhoisQuestion question) {
        this.question = question;
    }

    /** The name of the network's holder, by its own entry if it has one, else as the network describes it. */
    Optional<String> nameOf(WhoisServer server, WhoisReply reply, WhoisNetwork network)
            throws IOException, InterruptedException {
        Optional<String> entry = Optional.empty();
        if (network.handle().isPresent()) {
            String handle = network.handle().get();
            entry = Optional.ofNullable(reply.organisations().get(handle)).or(() -> known(handle));
            if (entry.isEmpty() && WhoisDialect.of(server).knowsHandles()) {
                entry = ask(server, handle, network);
            }
        }
        return entry.filter(WhoisNetworkDraft::isOwner).or(network::owner);
    }

    private Optional<String> ask(WhoisServer server, String handle, WhoisNetwork network)
            throws IOException, InterruptedException {
        WhoisReply answer = question.ask(
                server,
                WhoisDialect.of(server).organisationQuestion(handle),
                network.range().first());
        Optional<String> name = Optional.ofNullable(answer.organisations().get(handle));
        name.ifPresent(known -> remember(handle, known));
        return name;
    }

    private synchronized Optional<String> known(String handle) {
        return Optional.ofNullable(names.get(handle));
    }

    private synchronized void remember(String handle, String name) {
        names.put(handle, name);
    }
}
