package dev.netwatch.tui.state;

import dev.netwatch.domain.query.Grouping;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.tui.input.Action;
import java.util.List;
import java.util.Optional;

/** What the keys of the table ask for beyond the screen. */
public final class TableKeys {
    private TableKeys() {}

    /** Pure; nothing for keys that only change the {@link UiState}. */
    public static List<Effect> effects(Action action, Frame frame) {
        return switch (action) {
            case EXCLUDE -> frame.line().map(TableKeys::exclude).orElse(List.of());
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
            case CLEAR_EXCLUSIONS -> List.of(new Effect.ClearExclusions());
            default -> List.of();
        };
    }

    private static List<Effect> exclude(ListLine line) {
        Optional<String> process = Optional.empty();
        if (line instanceof ListLine.Row row) {
            process = row.row().process();
        } else if (line instanceof ListLine.Group group && isOfProcesses(group)) {
            process = group.label();
        }
        return List.of(process.filter(name -> !name.isBlank())
                .<Effect>map(Effect.Exclude::new)
                .orElse(new Effect.Say("this line has no process to exclude")));
    }

    private static boolean isOfProcesses(ListLine.Group group) {
        Grouping grouping = group.key().grouping();
        return grouping == Grouping.PROCESS || grouping == Grouping.PROCESS_TREE;
    }
}
