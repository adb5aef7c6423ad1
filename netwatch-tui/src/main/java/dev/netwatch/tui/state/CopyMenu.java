package dev.netwatch.tui.state;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/* What of a row can be copied, each as text without anything that could drive a terminal. */
final class CopyMenu {
    private final List<Choice> choices = new ArrayList<>();

    private CopyMenu() {}

    static Picker of(TrafficRow row) {
        CopyMenu menu = new CopyMenu();
        Connection speaker = row.speaker();
        Optional<Endpoint> remote = speaker.remote();
        Optional<String> host = speaker.name().host().name();
        remote.ifPresent(peer -> menu.add("remote address", peer.address().toString()));
        remote.ifPresent(peer -> menu.add("remote address and port", peer.toString()));
        host.ifPresent(name -> menu.add("host name", name));
        row.process().ifPresent(name -> menu.add("process", name));
        speaker.owner().process().ifPresent(process -> menu.add("process number", String.valueOf(process.pid())));
        menu.add("local address and port", speaker.local().toString());
        menu.add("whole row", whole(row));
        return Picker.of("copy", menu.choices, 0);
    }

    private void add(String what, String text) {
        String clean = printable(text);
        choices.add(Choice.of(what, clean.replace('\t', ' '), new Effect.Copy(what, clean)));
    }

    /** Fields with tabs between them, as a spreadsheet takes them; what is not known is empty. */
    private static String whole(TrafficRow row) {
        Connection speaker = row.speaker();
        List<String> fields = List.of(
                row.process().orElse(""),
                speaker.owner()
                        .process()
                        .map(process -> String.valueOf(process.pid()))
                        .orElse(""),
                speaker.protocol().name().toLowerCase(Locale.ROOT),
                speaker.local().toString(),
                speaker.remote().map(Endpoint::toString).orElse(""),
                speaker.name().host().name().orElse(""),
                speaker.name().organisation().name().orElse(""),
                speaker.state().label(),
                row.counters()
                        .map(counted -> String.valueOf(counted.received()))
                        .orElse(""),
                row.counters().map(counted -> String.valueOf(counted.sent())).orElse(""));
        return String.join("\t", fields.stream().map(ForeignText::printable).toList());
    }

    private static String printable(String text) {
        return String.join(
                "\t",
                java.util.Arrays.stream(text.split("\t", -1))
                        .map(ForeignText::printable)
                        .toList());
    }
}
