package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import java.time.Instant;

class FakeNameResolverTest extends NameResolverContract {
    private final FakeNameResolver resolver = new FakeNameResolver()
            .teach(
                    named(),
                    new RemoteName(
                            new Answer.Found(host(), "ptr", Instant.EPOCH), new Answer.NotAsked("private address")))
            .teach(nameless(), new RemoteName(new Answer.Absent(), new Answer.NotAsked("private address")));

    @Override
    protected NameResolver resolver() {
        return resolver;
    }

    @Override
    protected IpAddress named() {
        return IpAddress.parse("10.0.0.1");
    }

    @Override
    protected String host() {
        return "one.example";
    }

    @Override
    protected IpAddress nameless() {
        return IpAddress.parse("10.0.0.2");
    }

    @Override
    protected void settle() {
        resolver.settle();
    }
}
