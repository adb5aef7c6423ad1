package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link NameResolver} promises. */
public abstract class NameResolverContract {
    /** The one under test, the same at every call; it has been asked nothing yet. */
    protected abstract NameResolver resolver();

    /** An address whose host name can be learned. */
    protected abstract IpAddress named();

    /** The host name of {@link #named}. */
    protected abstract String host();

    /** An address for which there is no host name. */
    protected abstract IpAddress nameless();

    /** Returns when all that the resolver set out to learn has been learned. */
    protected abstract void settle() throws Exception;

    @Test
    void theFirstAnswerIsPendingAndALaterOneHasTheName() throws Exception {
        assertInstanceOf(Answer.Pending.class, resolver().nameOf(named()).host());
        settle();
        assertEquals(Optional.of(host()), resolver().nameOf(named()).host().name());
    }

    @Test
    void anAddressWithoutNameIsKnownToHaveNone() throws Exception {
        resolver().nameOf(nameless());
        settle();
        assertInstanceOf(Answer.Absent.class, resolver().nameOf(nameless()).host());
    }

    @Test
    void whatIsKnownStaysTheSame() throws Exception {
        resolver().nameOf(named());
        settle();
        RemoteName known = resolver().nameOf(named());
        settle();
        assertEquals(known, resolver().nameOf(named()));
    }

    @Test
    void manyAddressesAreAnsweredAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 20_000; i++) {
                resolver().nameOf(IpAddress.v4(0x0a000001 + i));
            }
        });
    }

    @Test
    void manyThreadsMayAsk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<RemoteName> question = () -> resolver().nameOf(named());
            List<Callable<RemoteName>> questions = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                questions.add(question);
            }
            for (Future<RemoteName> answer : threads.invokeAll(questions)) {
                assertEquals(host(), answer.get().host().name().orElse(host()));
            }
        } finally {
            threads.shutdownNow();
        }
        settle();
        assertEquals(Optional.of(host()), resolver().nameOf(named()).host().name());
    }

    @Test
    void closedItStillTellsWhatItKnows() throws Exception {
        resolver().nameOf(named());
        settle();
        resolver().close();
        resolver().close();
        assertEquals(Optional.of(host()), resolver().nameOf(named()).host().name());
        assertEquals(Optional.empty(), resolver().nameOf(nameless()).host().name());
    }
}
