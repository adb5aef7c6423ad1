package dev.netwatch.tui.screen;

import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.query.View;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.TableOptions;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/* What stands where no rows are: why, and which key brings some. */
final class EmptyTable {
    private final Look look;

    EmptyTable(Look look) {
        this.look = look;
    }

    List<AttributedString> lines(Scene scene, TableOptions options, int page, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < (page - 4) / 3; i++) {
            lines.add(AttributedString.EMPTY);
        }
        if (scene.snapshot().isMeasuring()) {
            boolean failed = scene.snapshot().failure().isPresent();
            lines.add(
                    centred(failed ? "no data yet" : "measuring" + look.glyphs().ellipsis(), strong(), columns));
            return lines;
        }
        lines.add(centred(headline(scene, options), strong(), columns));
        lines.add(AttributedString.EMPTY);
        for (String reason : reasons(scene.listing(), options)) {
            lines.add(centred(reason, look.theme().plain(), columns));
        }
        return lines.subList(0, Math.min(lines.size(), page));
    }

    private AttributedStyle strong() {
        return look.theme().strong();
    }

    private String headline(Scene scene, TableOptions options) {
        if (options.isFiltered()) {
            String filter =
                    Text.foreign(options.filter().toString(), look.glyphs().ascii());
            return "nothing matches " + filter;
        }
        String name = Text.foreign(scene.watch().interfaceName(), look.glyphs().ascii());
        String where = scene.watch().alone() ? " on " + name : "";
        return what(options) + where + (options.view() == View.CLOSED ? " so far" : " now");
    }

    private static String what(TableOptions options) {
        String peers = options.familiarity()
                .map(familiarity -> familiarity == Familiarity.NEW ? "new " : "known ")
                .orElse("");
        return switch (options.view()) {
            case ALL -> "no " + peers + "connections";
            case NEW -> "no connections to new peers";
            case ACTIVE -> "no bytes move over " + peers + "connections";
            case LISTENING -> "nothing waits for peers";
            case CLOSED -> "no " + peers + "connections have closed";
        };
    }

    private List<String> reasons(Listing listing, TableOptions options) {
        Hidden hidden = listing.hidden();
        String dash = look.glyphs().dash();
        List<String> reasons = new ArrayList<>();
        if (hidden.filtered() > 0 && options.isFiltered()) {
            reasons.add("the filter hides " + Labels.number(hidden.filtered(), "connection") + dash + "Esc clears it");
        } else if (hidden.filtered() > 0) {
            reasons.add(hidden.filtered() + " of other status hidden" + dash + "f shows them");
        }
        if (hidden.loopback() > 0) {
            String connections = Labels.number(hidden.loopback(), "loopback connection");
            reasons.add(connections + " hidden" + dash + "l shows " + them(hidden.loopback()));
        }
        if (hidden.excluded() > 0) {
            String connections = Labels.number(hidden.excluded(), "connection");
            reasons.add(connections + " of excluded processes hidden" + dash + "X shows " + them(hidden.excluded()));
        }
        if (hidden.elsewhere() > 0) {
            reasons.add(Labels.number(hidden.elsewhere(), "connection") + " on other interfaces");
        }
        if (hidden.listening() > 0 && options.view() == View.ALL) {
            String key = key(Action.VIEW_LISTENING);
            reasons.add(Labels.number(hidden.listening(), "socket") + " waiting for peers"
                    + (key.isEmpty() ? " not shown" : dash + key + " shows " + them(hidden.listening())));
        }
        int all = listing.result().views().of(View.ALL);
        if (options.view() != View.ALL && all > 0 && !key(Action.VIEW_ALL).isEmpty()) {
            reasons.add(Labels.number(all, "row") + " in all" + dash + key(Action.VIEW_ALL) + " shows " + them(all));
        }
        if (reasons.isEmpty()) {
            reasons.add("they appear here as soon as there are any");
        }
        return reasons;
    }

    private String key(Action action) {
        List<String> keys = look.keys().keysOf(action);
        return keys.isEmpty() ? "" : keys.get(0);
    }

    private static String them(int count) {
        return count == 1 ? "it" : "them";
    }

    private AttributedString centred(String text, AttributedStyle style, int columns) {
        String cut = Text.cut(text, columns - 2, look.glyphs().ellipsis());
        return new Line()
                .padTo((columns - Text.width(cut)) / 2, look.theme().plain())
                .add(cut, style)
                .build();
    }
}
