package dev.netwatch.tui.shell;

import static dev.netwatch.tui.shell.Roff.bold;
import static dev.netwatch.tui.shell.Roff.escaped;
import static dev.netwatch.tui.shell.Roff.italic;

import dev.netwatch.domain.query.FilterField;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.input.KeyBindings;
import java.util.List;
import java.util.stream.Collectors;

/** The manual page netwatch(1). What every option means is said where the option is declared, and nowhere else. */
final class ManPage {
    private final CommandModel program;
    private final String version;
    private final Roff page = new Roff();

    ManPage(CommandModel program, String version) {
        this.program = program;
        this.version = version;
    }

    String text() {
        // No date: the same sources make the same page.
        page.macro("TH", "NETWATCH", "1", "", "netwatch " + escaped(version), "User Commands");
        page.macro("SH", "NAME").line("netwatch \\- who talks to whom on this machine, per process, live");
        synopsis();
        page.macro("SH", "DESCRIPTION").line(escaped(program.description()));
        page.macro("PP")
                .line(escaped("What nobody measured is shown as –, an estimate as ~; unknown is never shown as zero."
                        + " Bytes are payload since the socket opened. Press ? in the dashboard for its keys."));
        page.macro("SH", "OPTIONS").line(escaped("Taken before and after a command."));
        options(program.options());
        page.macro("SH", "COMMANDS");
        program.commands().forEach(this::command);
        filters();
        keys();
        files();
        page.macro("SH", "EXIT STATUS");
        page.tagged(bold("0"), "Done; a closed pipe is done too.");
        page.tagged(bold("1"), "A source, a disk or something else failed.");
        page.tagged(bold("2"), "Wrong usage or configuration.");
        page.macro("SH", "SEE ALSO").line(bold("ss") + "(8), " + bold("sock_diag") + "(7), " + bold("tcp") + "(7)");
        return page.toString();
    }

    private void synopsis() {
        page.macro("SH", "SYNOPSIS")
                .line(bold("netwatch") + " [" + italic("OPTIONS") + "] " + escaped(program.argument()));
        for (CommandModel command : program.commands()) {
            page.macro("br").line(bold("netwatch " + command.path()) + arguments(command));
        }
    }

    private static String arguments(CommandModel command) {
        String argument = command.commands().isEmpty() ? command.argument() : "COMMAND";
        return " [" + italic("OPTIONS") + "]" + (argument.isEmpty() ? "" : " " + escaped(argument));
    }

    private void command(CommandModel command) {
        String argument = command.argument().isEmpty() ? "" : " " + escaped(command.argument());
        page.macro("SS", escaped("netwatch " + command.path()) + argument).line(escaped(command.description()));
        options(command.ownOptions());
        command.commands().forEach(this::command);
    }

    private void options(List<OptionModel> options) {
        for (OptionModel option : options) {
            String names = option.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
            String label = option.label().map(value -> " " + italic(value)).orElse("");
            page.tagged(names + label, option.description());
        }
    }

    private void filters() {
        page.macro("SH", "FILTERS")
                .line(escaped("A blank is and, or binds weakest, ! strongest, parentheses group; upper and lower case"
                        + " are one. What is not known is never found."));
        for (FilterField field : FilterField.values()) {
            String kept = field.isKept() ? "" : " Not in the history.";
            page.tagged(bold(field.word() + ":") + italic(field.example()), meaning(field) + kept);
        }
        page.tagged(
                bold(">1MB") + ", " + bold("<10k") + ", " + bold("rate>100k"),
                "Bytes both ways together, or a second. k, M and G are 1000-based, Ki, Mi and Gi 1024-based.");
        page.tagged(
                FilterWords.KEYWORDS.stream().map(Roff::bold).collect(Collectors.joining(", ")),
                "What a connection is.");
        page.tagged(
                italic("text") + ", " + bold("\"some text\"") + ", " + bold("/regex/"),
                "In process, host name, address or organisation. An address or a network finds just these.");
    }

    private static String meaning(FilterField field) {
        return switch (field) {
            case PROCESS -> "Part of the process's name or of its program's path.";
            case PID -> "The process's number, or a range.";
            case USER -> "Part of the user's name, or the whole number.";
            case HOST -> "Part of the peer's host name, never of its address.";
            case REMOTE -> "Part of the peer's name or address, a whole address, or a network.";
            case PORT -> "A port of either end, or a range; the history keeps the port of the service.";
            case PROTO -> "The protocol's name or its beginning.";
            case STATE -> "The state's name or its beginning.";
            case ORG -> "Part of the organisation that holds the peer's network.";
            case CONTAINER -> "Part of the container's name or id, of its pod's, or of the engine's name.";
            case UNIT -> "Part of the systemd unit's name.";
            case NETNS -> "Part of the number of the network namespace.";
            case INTERFACE -> "Part of the name of an interface that the connection uses.";
        };
    }

    /* An action's word is what config.yaml calls it, and says what it does. */
    private void keys() {
        page.macro("SH", "KEYS").line(escaped("Of the dashboard, by what they do. The manual explains each."));
        for (Action action : Action.values()) {
            List<String> names = KeyBindings.DEFAULT.keysOf(action);
            if (!names.isEmpty()) {
                page.tagged(names.stream().map(Roff::bold).collect(Collectors.joining(", ")), action.word());
            }
        }
    }

    private void files() {
        page.macro("SH", "FILES");
        page.tagged(italic("~/.netwatch/config.yaml"), "Choices; the command line is stronger.");
        page.tagged(italic("~/.netwatch/netwatch.db"), "Remembered peers, names and hidden processes, an SQLite file.");
        page.tagged(italic("~/.netwatch/netwatch.log"), "Warnings and errors.");
        page.macro("SH", "ENVIRONMENT");
        page.tagged(bold("NETWATCH_HOME"), "The folder to use instead of ~/.netwatch; --home is stronger.");
        page.tagged(bold("NO_COLOR"), "If set and not empty: no colour, unless --color asks for it.");
        page.tagged(bold("JAVA_HOME"), "The Java to run with, 17 or later.");
        page.tagged(bold("NETWATCH_JAVA_OPTS"), "Further options of the Java virtual machine.");
    }
}
