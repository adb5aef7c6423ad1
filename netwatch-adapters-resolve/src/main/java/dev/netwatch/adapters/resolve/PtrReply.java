package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.name.HostName;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What an answer to a reverse question says, before anything is made of it. */
sealed interface PtrReply {
    /** The host name. Of several the first in DNS order, so that it is the same tomorrow. */
    record Host(String name, Duration ttl) implements PtrReply {}

    /** There is no name. @param ttl what the zone says of its negative answers (RFC 2308, section 5); empty if nothing */
    record None(Optional<Duration> ttl) implements PtrReply {}

    /** The answer is kept under another name (RFC 2317), which has to be asked for. */
    record Alias(Name target, Duration ttl) implements PtrReply {}

    /** Follows the aliases within one answer, from the name that was asked. */
    static PtrReply read(Name asked, Message answer) {
        Name owner = asked;
        long ttl = Long.MAX_VALUE;
        Set<Name> passed = new HashSet<>();
        while (passed.add(owner)) {
            List<PTRRecord> names = records(answer, owner, PTRRecord.class);
            if (!names.isEmpty()) {
                return host(names, ttl);
            }
            List<CNAMERecord> aliases = records(answer, owner, CNAMERecord.class);
            if (aliases.isEmpty()) {
                boolean settled = owner.equals(asked) || answer.getRcode() == Rcode.NXDOMAIN;
                Optional<Duration> negative = soa(answer);
                return settled || negative.isPresent() ? new None(negative) : new Alias(owner, Duration.ofSeconds(ttl));
            }
            owner = aliases.get(0).getTarget();
            ttl = Math.min(ttl, aliases.get(0).getTTL());
        }
        return new None(soa(answer)); // aliases in a circle
    }

    private static PtrReply host(List<PTRRecord> names, long aliasTtl) {
        PTRRecord first =
                names.stream().min(Comparator.comparing(PTRRecord::getTarget)).orElseThrow();
        Duration ttl = Duration.ofSeconds(Math.min(aliasTtl, first.getTTL()));
        return HostName.ofPresentation(first.getTarget().toString())
                .<PtrReply>map(name -> new Host(name, ttl))
                .orElseGet(() -> new None(Optional.of(ttl)));
    }

    private static <R extends Record> List<R> records(Message answer, Name owner, Class<R> type) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(record -> type.isInstance(record) && record.getName().equals(owner))
                .map(type::cast)
                .toList();
    }

    private static Optional<Duration> soa(Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.SOA)
                .map(SOARecord.class::cast)
                .map(soa -> Duration.ofSeconds(Math.min(soa.getTTL(), soa.getMinimum())))
                .findFirst();
    }
}
