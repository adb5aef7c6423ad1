package dev.netwatch.adapters.collect.macos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/* Releases differ in their columns (time and arch are not always there), so each is found by its name. */
/** The first line of nettop's CSV. The column with process or flow is the one without a name. */
final class NettopHeader {
    private final List<String> columns;
    private final int subject;

    private NettopHeader(List<String> columns, int subject) {
        this.columns = columns;
        this.subject = subject;
    }

    /** Empty if the line is no such header. */
    static Optional<NettopHeader> parse(String line) {
        List<String> columns = CsvLine.cells(line);
        int subject = columns.indexOf("");
        boolean whole = columns.contains("bytes_in") && columns.contains("bytes_out");
        return whole && (subject == 0 || subject == 1 && columns.get(0).equals("time"))
                ? Optional.of(new NettopHeader(columns, subject))
                : Optional.empty();
    }

    /** The cells of a line under this header; empty if there are too few, or the time is none. */
    Optional<Cells> cells(String line) {
        List<String> cells = CsvLine.cells(line);
        int surplus = cells.size() - columns.size();
        boolean timed = subject == 0 || isTime(cells.get(0));
        return surplus < 0 || !timed ? Optional.empty() : Optional.of(new Cells(joined(cells, surplus), surplus > 0));
    }

    /** A comma in a process's name makes cells too many; they are the name's. */
    private List<String> joined(List<String> cells, int surplus) {
        if (surplus == 0) {
            return cells;
        }
        List<String> joined = new ArrayList<>(cells.subList(0, subject));
        joined.add(String.join(",", cells.subList(subject, subject + surplus + 1)));
        joined.addAll(cells.subList(subject + surplus + 1, cells.size()));
        return joined;
    }

    private static boolean isTime(String cell) {
        return cell.length() >= 8 && cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == ':' || c == '.');
    }

    /** One line's cells by the names of their columns. */
    final class Cells {
        private final List<String> cells;
        private final boolean joined;

        private Cells(List<String> cells, boolean joined) {
            this.cells = cells;
            this.joined = joined;
        }

        /** The process or the flow. */
        String subject() {
            return cells.get(subject);
        }

        /** Whether the subject had commas, which no flow has. */
        boolean hadCommas() {
            return joined;
        }

        /** Empty, too, where there is no such column. */
        String get(String column) {
            int index = columns.indexOf(column);
            return index < 0 ? "" : cells.get(index);
        }

        /** Whether a cell is filled that only flows fill. */
        boolean tellsOfAFlow() {
            return flowColumns().anyMatch(column -> !get(column).isEmpty());
        }
    }

    /** Whether flows can be told from processes by more than their looks. */
    boolean tellsFlowsApart() {
        return flowColumns().anyMatch(columns::contains);
    }

    private static Stream<String> flowColumns() {
        return Stream.of("interface", "state", "arch");
    }
}
