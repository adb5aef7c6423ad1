package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.name.RemoteName;

/** What is known of one address. */
record Dossier(IpAddress address, Fact host, Fact organisation) {
    Dossier(IpAddress address) {
        this(address, new Fact(), new Fact());
    }

    Fact fact(NameKind kind) {
        return kind == NameKind.HOST ? host : organisation;
    }

    RemoteName name() {
        return new RemoteName(host.answer(), organisation.answer());
    }

    /** How much the organisation is wanted, 0 most: it stands in for a host name that does not exist. */
    int urgency() {
        if (host.answer() instanceof Answer.Found) {
            return 2;
        }
        return host.answer() instanceof Answer.Pending ? 1 : 0;
    }
}
