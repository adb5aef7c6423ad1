package dev.netwatch.tui.state;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.tui.input.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the keys of the table ask for beyond the screen. */
public final class TableKeys {
    private TableKeys() {}

    /** Pure; nothing for keys that only change the {@link UiState}. */
    public static List<Effect> effects(Action action, Frame frame) {
        return switch (action) {
            case EXCLUDE ->
                frame.line().map(line -> exclude(line, frame.rows())).orElse(List.of());
            case SEARCH -> List.of(new Effect.OpenFilter());
            case UNDO -> List.of(new Effect.Undo());
            case SORT_BY -> List.of(new Effect.Open(Pickers.sort(frame.options())));
            case COLUMNS -> List.of(new Effect.Open(Pickers.columns(frame.options())));
            case THEME -> List.of(new Effect.OpenThemes());
            case SETTINGS -> List.of(new Effect.OpenSettings());
            case LOG -> List.of(new Effect.OpenLog());
            case MOUSE -> List.of(new Effect.ToggleMouse());
            case COPY ->
                frame.selected()
                        .<List<Effect>>map(row -> List.of(new Effect.Open(CopyMenu.of(row))))
                        .orElse(List.of());
            case CLEAR_EXCLUSIONS -> List.of(new Effect.AskToClearExclusions());
            case EXPORT -> List.of(frame.rows().isEmpty() ? new Effect.Say("there are no rows to export") : export());
            case MARK_KNOWN -> frame.line().map(TableKeys::mark).map(List::of).orElse(List.of());
            case HISTORY ->
                frame.group().isPresent()
                        ? List.of(new Effect.Say("a group has many peers: select one of its rows"))
                        : List.of();
            default -> List.of();
        };
    }

    private static List<Effect> exclude(ListLine line, List<TrafficRow> rows) {
        Optional<String> process = Optional.empty();
        if (line instanceof ListLine.Row row) {
            process = row.row().process();
        } else if (line instanceof ListLine.Group group && isOfProcesses(group)) {
            process = group.label();
        }
        return List.of(process.filter(name -> !name.isBlank())
                .<Effect>map(name -> new Effect.Exclude(name, count(rows, name)))
                .orElse(new Effect.Say("this line has no process to exclude")));
    }

    private static int count(List<TrafficRow> rows, String process) {
        Exclusion exclusion = new Exclusion(process, Instant.EPOCH);
        return (int) rows.stream()
                .filter(row -> row.process().filter(exclusion::matches).isPresent())
                .count();
    }

    private static Effect export() {
        return new Effect.Open(Pickers.export());
    }

    private static Effect mark(ListLine line) {
        if (!(line instanceof ListLine.Row selected)) {
            return new Effect.Say("a group has many peers: select one of its rows");
        }
        Connection speaker = selected.row().speaker();
        Set<Fingerprint> peers = Stream.concat(Stream.of(speaker), selected.row().open().stream())
                .flatMap(connection -> connection.fingerprint().stream())
                .collect(Collectors.toSet());
        if (peers.isEmpty()) {
            return new Effect.Say("this row has no peer that is remembered");
        }
        String name = speaker.name()
                .host()
                .name()
                .orElseGet(() -> peers.iterator().next().remote().toString());
        boolean known = speaker.familiarity().filter(Familiarity.SEEN::equals).isPresent();
        return known ? new Effect.Say(name + " is known already") : new Effect.MarkKnown(peers, name);
    }

    private static boolean isOfProcesses(ListLine.Group group) {
        Grouping grouping = group.key().grouping();
        return grouping == Grouping.PROCESS || grouping == Grouping.PROCESS_TREE;
    }
}
