package dev.netwatch.tui.screen;

import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.DetailOverlay;
import dev.netwatch.tui.state.FilterLine;
import dev.netwatch.tui.state.Overlay;
import dev.netwatch.tui.state.Picker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/* What the help has to say, with the keys as the user chose them. */
final class HelpEntries {
    private final Look look;

    HelpEntries(Look look) {
        this.look = look;
    }

    static String title(Optional<Overlay> below) {
        if (below.isEmpty()) {
            return "keys";
        }
        return below.get() instanceof FilterLine
                ? "keys of the filter line"
                : below.get() instanceof Picker ? "keys of this list" : "keys of the details";
    }

    List<HelpEntry> of(Optional<Overlay> below) {
        if (below.isEmpty()) {
            List<HelpEntry> all = new ArrayList<>(moving());
            all.addAll(looking());
            all.addAll(doing());
            all.addAll(program());
            add(all, "back, then quit", Action.BACK);
            return all;
        }
        if (below.get() instanceof FilterLine) {
            return filter();
        }
        return below.get() instanceof Picker ? picker() : details(below.get());
    }

    List<HelpEntry> signs() {
        Glyphs glyphs = look.glyphs();
        return List.of(
                new HelpEntry(glyphs.live() + " " + glyphs.idle(), "open: moving bytes, idle"),
                new HelpEntry(glyphs.fresh(), "a peer never seen before"),
                new HelpEntry(glyphs.waiting(), "waits for peers"),
                new HelpEntry(glyphs.gone(), "closed"),
                new HelpEntry(glyphs.inbound(), "the peer connected to us"),
                new HelpEntry(glyphs.unknown(), "not measured"),
                new HelpEntry("~", "estimate, or at least"),
                new HelpEntry(glyphs.ellipsis(), "not known yet"),
                new HelpEntry("?", "owner unknown"),
                new HelpEntry("KB MB GB", "steps of " + look.units().base()));
    }

    private List<HelpEntry> moving() {
        List<HelpEntry> list = new ArrayList<>();
        add(list, "row", Action.UP, Action.DOWN);
        add(list, "page", Action.PAGE_UP, Action.PAGE_DOWN);
        add(list, "first, last", Action.FIRST, Action.LAST);
        add(list, "details, group", Action.DETAILS);
        add(list, "close, open", Action.COLLAPSE, Action.EXPAND);
        return list;
    }

    private List<HelpEntry> looking() {
        List<HelpEntry> list = new ArrayList<>();
        add(list, "filter", Action.SEARCH);
        add(list, "next view, back", Action.NEXT_VIEW, Action.PREVIOUS_VIEW);
        views(list);
        add(list, "group by", Action.GROUP);
        add(list, "next sort key", Action.SORT);
        add(list, "turn order", Action.REVERSE);
        add(list, "pick order", Action.SORT_BY);
        add(list, "freeze order", Action.FREEZE);
        add(list, "pick columns", Action.COLUMNS);
        add(list, "rates or bytes", Action.RATE);
        add(list, "all, new, known", Action.FILTER);
        add(list, "loopback", Action.LOOPBACK);
        add(list, "pause", Action.PAUSE);
        return list;
    }

    private List<HelpEntry> doing() {
        List<HelpEntry> list = new ArrayList<>();
        add(list, "exclude process", Action.EXCLUDE);
        add(list, "show excluded", Action.CLEAR_EXCLUSIONS);
        add(list, "undo", Action.UNDO);
        add(list, "copy", Action.COPY);
        add(list, "mark as known", Action.MARK_KNOWN);
        add(list, "all details", Action.HISTORY);
        add(list, "export", Action.EXPORT);
        return list;
    }

    private List<HelpEntry> program() {
        List<HelpEntry> list = new ArrayList<>();
        add(list, "theme, settings", Action.THEME, Action.SETTINGS);
        add(list, "log of notices", Action.LOG);
        add(list, "mouse on, off", Action.MOUSE);
        add(list, "repaint", Action.REPAINT);
        add(list, "this help", Action.HELP);
        add(list, "quit", Action.QUIT, Action.INTERRUPT);
        return list;
    }

    private List<HelpEntry> details(Overlay below) {
        boolean whole = below instanceof DetailOverlay details && details.whole();
        List<HelpEntry> list = new ArrayList<>();
        list.add(new HelpEntry("Enter", whole ? "smaller" : "whole screen"));
        list.add(new HelpEntry("Esc", whole ? "smaller" : "close"));
        list.add(new HelpEntry(look.glyphs().arrows() + " k j", whole ? "scroll" : "other row"));
        list.add(new HelpEntry("PgUp PgDn", "scroll"));
        list.add(new HelpEntry("g G", "beginning, end"));
        list.addAll(looking());
        list.addAll(doing());
        list.addAll(program());
        return list;
    }

    private List<HelpEntry> filter() {
        return List.of(
                new HelpEntry("Enter", "keep"),
                new HelpEntry("Esc", "clear"),
                new HelpEntry("Tab Shift-Tab", "complete"),
                new HelpEntry(look.glyphs().arrows(), "earlier ones"),
                new HelpEntry("PgUp PgDn", "page"),
                new HelpEntry("Ctrl-A Ctrl-E", "start, end"),
                new HelpEntry("Ctrl-W Ctrl-U", "delete back"),
                new HelpEntry("a b", "a and b"),
                new HelpEntry("a or b  !a", "either; not a"),
                new HelpEntry("process:curl", "part of name"),
                new HelpEntry("remote: org:", "of the peer"),
                new HelpEntry("port: pid:", "a number"),
                new HelpEntry(">1MB rate>5k", "k M: 1000"),
                new HelpEntry(">1Mi", "Ki Mi: 1024"));
    }

    private List<HelpEntry> picker() {
        return List.of(
                new HelpEntry(look.glyphs().arrows(), "other line"),
                new HelpEntry("PgUp PgDn", "page"),
                new HelpEntry("Home End", "first, last"),
                new HelpEntry("letters", "narrow the list"),
                new HelpEntry("Enter", "choose"),
                new HelpEntry("Space", "on or off"),
                new HelpEntry("Esc", "close"));
    }

    /** One key for each, the first of its keys; of one action all. Nothing where the user took all keys away. */
    private void add(List<HelpEntry> list, String meaning, Action... actions) {
        String keys = Arrays.stream(actions)
                .flatMap(action -> look.keys().keysOf(action).stream().limit(actions.length == 1 ? 2 : 1))
                .collect(Collectors.joining(" "));
        if (!keys.isEmpty()) {
            list.add(new HelpEntry(keys, meaning));
        }
    }

    private void views(List<HelpEntry> list) {
        List<HelpEntry> one = new ArrayList<>();
        add(
                one,
                "view",
                Action.VIEW_ALL,
                Action.VIEW_NEW,
                Action.VIEW_ACTIVE,
                Action.VIEW_LISTENING,
                Action.VIEW_CLOSED);
        one.forEach(entry -> list.add(entry.keys().equals("1 2 3 4 5") ? new HelpEntry("1 to 5", "view") : entry));
    }
}
