package dev.netwatch.tui.output;

import dev.netwatch.domain.sample.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What works on this machine and what does not, as JSON (schema {@code netwatch.doctor.v1}) or as text.
 *
 * @param version of netwatch
 * @param java of the Java that runs it
 * @param system name, version and architecture
 * @param user whose rights it runs with
 */
public record DoctorReport(
        String version, String java, String system, String user, List<SourceCheck> sources, List<Check> checks) {
    public static final String SCHEMA = "netwatch.doctor.v1";

    /**
     * One way of asking the system.
     *
     * @param chosen whether this is the one that would be used
     * @param refusal why it does not work here
     * @param coverage what one sample with it says it lacks, such as a right; empty where none was taken
     * @param networkNamespaces of how many namespaces that sample showed the sockets
     */
    public record SourceCheck(
            String id,
            int rank,
            boolean chosen,
            Set<Capability> capabilities,
            Optional<String> refusal,
            List<String> coverage,
            OptionalInt networkNamespaces) {}

    /**
     * One thing looked at.
     *
     * @param name such as {@code home}
     * @param problem what is wrong and how to mend it; empty where all is well
     */
    public record Check(String name, String value, Optional<String> problem) {}

    public DoctorReport {
        sources = List.copyOf(sources);
        checks = List.copyOf(checks);
    }

    /** One line. */
    public String json() {
        return JsonLine.of(json -> json.text("schema", SCHEMA)
                .text("version", version)
                .text("java", java)
                .text("system", system)
                .text("user", user)
                .objects(
                        "sources",
                        sources,
                        source -> json.text("id", source.id())
                                .number("rank", source.rank())
                                .truth("works", source.refusal().isEmpty())
                                .truth("chosen", source.chosen())
                                .texts("capabilities", words(source.capabilities()))
                                .text("refusal", source.refusal())
                                .texts("coverage", source.coverage())
                                .number("networkNamespaces", source.networkNamespaces()))
                .objects(
                        "checks",
                        checks,
                        check -> json.text("name", check.name())
                                .text("value", check.value())
                                .text("problem", check.problem())));
    }

    /** For people. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add("netwatch " + version + ", Java " + java + ", " + system + ", user " + user);
        lines.add("");
        lines.add("Sources of connections, best first:");
        for (SourceCheck source : sources) {
            String mark = source.chosen() ? "* " : "  ";
            lines.add(mark + Columns.fit(source.id(), 10, false) + "  "
                    + source.refusal().map(why -> "does not work: " + why).orElse("works"));
            lines.add("              promises " + promises(source.capabilities()));
            source.networkNamespaces()
                    .ifPresent(count -> lines.add("              sees the sockets of " + namespaces(count)));
            source.coverage().forEach(sentence -> lines.add("              " + sentence));
        }
        lines.add("");
        for (Check check : checks) {
            lines.add(Columns.fit(check.name(), 12, false) + check.value());
            check.problem().ifPresent(problem -> lines.add("            ! " + problem));
        }
        return lines.stream().map(SafeText::keepingBlanks).toList();
    }

    private static String namespaces(int count) {
        return count == 1 ? "one network namespace" : count + " network namespaces";
    }

    private static String promises(Set<Capability> capabilities) {
        List<String> promised = words(capabilities);
        return promised.isEmpty() ? "nothing but the sockets" : String.join(", ", promised);
    }

    private static List<String> words(Set<Capability> capabilities) {
        return capabilities.stream().sorted().map(JsonLine::word).toList();
    }
}
