package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.ProgramPath;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/* Which program each row is of. A process that ended before its path could be read has only a name; it is taken for the
 * one path among the rows that ends in it, and for none where several do. */
final class Programs {
    private final Map<String, List<String>> pathsByName;

    Programs(List<TrafficRow> rows) {
        Set<String> programs = new HashSet<>();
        rows.forEach(row -> program(row).ifPresent(programs::add));
        pathsByName = programs.stream()
                .filter(program -> !ProgramPath.isBare(program))
                .collect(Collectors.groupingBy(ProgramPath::lastElement));
    }

    Optional<String> of(TrafficRow row) {
        return program(row).map(this::path);
    }

    private String path(String program) {
        List<String> paths = pathsByName.getOrDefault(program, List.of());
        return paths.size() == 1 ? paths.get(0) : program;
    }

    private static Optional<String> program(TrafficRow row) {
        return row.speaker().owner().process().map(ProcessRef::program);
    }
}
