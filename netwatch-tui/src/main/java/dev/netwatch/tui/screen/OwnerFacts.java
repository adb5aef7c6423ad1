package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.track.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/* What there is to know of the process at this end. */
final class OwnerFacts {
    private final Look look;
    private final Labels labels;
    private final Scene scene;
    private final List<Fact> facts = new ArrayList<>();

    OwnerFacts(Look look, Scene scene) {
        this.look = look;
        this.labels = new Labels(look.glyphs());
        this.scene = scene;
    }

    /** What it is called, and why no more is known. */
    List<Fact> name(Connection connection) {
        Owner owner = connection.owner();
        String name = labels.process(connection)
                + owner.process().map(process -> " " + process.pid()).orElse("");
        add("process", name, look.theme().strong());
        missing(owner);
        return facts;
    }

    /** All else. */
    List<Fact> of(Connection connection) {
        Owner owner = connection.owner();
        labels.user(owner).ifPresent(user -> add("user", user + number(owner, user)));
        owner.process().ifPresent(this::process);
        scope(connection.socket().scope());
        owner.process().ifPresent(this::program);
        return facts;
    }

    private void process(ProcessRef process) {
        process.startedAt()
                .ifPresent(at -> add(
                        "started",
                        TimeFormat.moment(at, scene.now(), scene.watch().zone()) + ", "
                                + TimeFormat.age(Duration.between(at, scene.now())) + " ago"));
        process.parentPid().ifPresent(parent -> add("parent", parent(parent)));
    }

    /** By name, where it has connections too: nothing else is known of it. */
    private String parent(long pid) {
        for (Connection connection : scene.snapshot().tracking().open()) {
            Optional<ProcessRef> process = connection.owner().process();
            if (process.isPresent() && process.get().pid() == pid) {
                return clean(process.get().name()) + " " + pid;
            }
        }
        return "pid " + pid;
    }

    private void program(ProcessRef process) {
        add(
                "program",
                process.executable().map(this::clean).orElse("path unknown"),
                process.executable().isPresent());
        if (process.arguments().size() > 1) {
            add(
                    "arguments",
                    clean(String.join(
                            " ",
                            process.arguments().subList(1, process.arguments().size()))));
        }
    }

    private void missing(Owner owner) {
        switch (owner.attribution()) {
            case INFERRED ->
                add(
                        "",
                        "likely, not certain: it has the listener this came to",
                        look.theme().faint());
            case NO_PERMISSION ->
                add(
                        "",
                        "another user's process: run netwatch as root to name it",
                        look.theme().faint());
            case NO_OWNER ->
                add(
                        "",
                        "no process holds it: it ended, or the kernel keeps it",
                        look.theme().faint());
            case OWNER -> {}
        }
    }

    private static String number(Owner owner, String user) {
        return owner.uid().isPresent() && owner.user().isPresent()
                ? " (" + owner.uid().getAsLong() + ")"
                : "";
    }

    private void scope(Scope scope) {
        scope.container().ifPresent(container -> add("container", container(container)));
        scope.unit().ifPresent(unit -> add("unit", clean(unit)));
        scope.networkNamespace().ifPresent(name -> add("namespace", clean(name)));
        scope.networkInterface().ifPresent(name -> add("bound to", clean(name)));
    }

    private String container(Container container) {
        String engine = container.engine().name().toLowerCase(Locale.ROOT);
        String name = container.name().map(known -> clean(known) + ", ").orElse("");
        return name + engine + " "
                + clean(Container.of(container.engine(), container.id()).label());
    }

    private String clean(String foreign) {
        return Text.foreign(foreign, look.glyphs().ascii());
    }

    private void add(String label, String text) {
        add(label, text, true);
    }

    private void add(String label, String text, boolean known) {
        add(label, text, known ? look.theme().plain() : look.theme().faint());
    }

    private void add(String label, String text, org.jline.utils.AttributedStyle style) {
        facts.add(new Fact(label, text, style));
    }
}
