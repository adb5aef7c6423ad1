package dev.netwatch.adapters.resolve;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/* Why not dnsjava's ExtendedResolver: a server that says SERVFAIL or REFUSED ends its question there (dnsjava#247), and
 * its time-outs are its own. */
/** Puts one question to the servers in turn until one of them knows, or knows that there is no answer. */
final class DnsExchange {
    private final DnsServers servers;
    private final int attempts;

    DnsExchange(DnsServers servers, int attempts) {
        this.servers = servers;
        this.attempts = attempts;
    }

    /** Completes with an answer to this very question (NOERROR or NXDOMAIN), or with an {@link IOException} that says why not. */
    CompletionStage<Message> ask(Name name, int type) {
        List<SimpleResolver> resolvers = servers.resolvers();
        if (resolvers.isEmpty()) {
            return CompletableFuture.failedFuture(new IOException("no DNS server configured"));
        }
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        return attempt(question, resolvers, 0);
    }

    private CompletionStage<Message> attempt(Message question, List<SimpleResolver> resolvers, int number) {
        SimpleResolver resolver = resolvers.get(number % resolvers.size());
        /* The continuation is short, so the selector's own thread runs it: a pool shared with the host program might be busy. */
        return resolver.sendAsync(question, Runnable::run)
                .thenCompose(answer -> checked(question, answer))
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    return number + 1 < attempts
                            ? attempt(question, resolvers, number + 1)
                            : CompletableFuture.<Message>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    private static CompletionStage<Message> checked(Message question, Message answer) {
        if (!question.getQuestion().equals(answer.getQuestion())) {
            return CompletableFuture.failedFuture(new IOException("answer to another question"));
        }
        int code = answer.getRcode();
        return code == Rcode.NOERROR || code == Rcode.NXDOMAIN
                ? CompletableFuture.completedFuture(answer)
                : CompletableFuture.failedFuture(new IOException("DNS says " + Rcode.string(code)));
    }
}
