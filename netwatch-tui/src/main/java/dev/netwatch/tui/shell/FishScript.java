package dev.netwatch.tui.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for fish 3. */
final class FishScript {
    private static final String FRAME = """
            # fish completion for netwatch, made by: netwatch completion fish

            # Whether the command on the line is the one given; '' for none yet.
            function __netwatch_at
                set -l words (commandline -opc)
                set -l command ''
                set -l option ''
                for word in $words[2..-1]
                    if test -n "$option"
                        set option ''
                    else if contains -- $word @WITH_VALUE@
                        set option $word
                    else
                        switch "$command/$word"
            @PATHS@
                        end
                    end
                end
                test "$command" = "$argv[1]"
            end

            # The words given; of one with a colon first only what is before it.
            function __netwatch_words
                set -l current (commandline -ct)
                set -l value (string replace -r '^--[a-z-]+=' '' -- $current)
                set -l prefix (string split -m 1 : -- $value)[1]
                for word in $argv
                    if not string match -q '*:*' -- $value
                        string replace -r ':.*' ':' -- $word
                    else if test "$word" = "$prefix:FILE"
                        __fish_complete_path (string replace -r '^[^:]*:' '' -- $value) | string replace -r '^' "$prefix:"
                    else if test "$word" = "$prefix:INTERFACE"
                        __netwatch_interfaces | string replace -r '^' "$prefix:"
                    else
                        echo $word
                    end
                end | sort -u
            end

            function __netwatch_interfaces
                if test -d /sys/class/net
                    for interface in /sys/class/net/*
                        basename $interface
                    end
                else
                    ifconfig -l 2>/dev/null | string split ' '
                end
            end

            complete -c netwatch -f
            @COMPLETIONS@
            """;

    private final CommandModel program;

    FishScript(CommandModel program) {
        this.program = program;
    }

    String text() {
        String withValue = program.optionsWithValue().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        return FRAME.replace("@WITH_VALUE@", withValue)
                .replace("@PATHS@\n", lines(program.all().stream().flatMap(FishScript::paths)))
                .replace("@COMPLETIONS@\n", lines(program.all().stream().flatMap(FishScript::completions)));
    }

    private static Stream<String> paths(CommandModel command) {
        return command.commands().stream()
                .map(below -> "                case '" + command.path() + "/" + below.name() + "'\n"
                        + "                    set command '" + below.path() + "'");
    }

    private static Stream<String> completions(CommandModel command) {
        String here = "complete -c netwatch -n \"__netwatch_at '" + command.path() + "'\" ";
        Stream<String> commands = command.commands().stream()
                .map(below -> here + "-a " + below.name() + " -d '" + quoted(below.summary()) + "'");
        Stream<String> options = command.options().stream().map(option -> here + option(option));
        Stream<String> values = command.values().kind() == Values.Kind.FREE
                ? Stream.empty()
                : Stream.of(here + offer(command.values()));
        return Stream.of(commands, options, values).flatMap(lines -> lines);
    }

    private static String option(OptionModel option) {
        String names = option.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String value = option.takesValue() ? " -r " + offer(option.values()) : "";
        return names + value + " -d '" + quoted(option.description()) + "'";
    }

    private static String offer(Values values) {
        return switch (values.kind()) {
            case FREE -> "-f";
            case WORDS -> "-f -a '(__netwatch_words " + String.join(" ", values.words()) + ")'";
            case FILES -> "-F";
            case FOLDERS -> "-f -a '(__fish_complete_directories)'";
            case INTERFACES -> "-f -a '(__netwatch_interfaces)'";
        };
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }

    private static String lines(Stream<String> lines) {
        List<String> all = lines.toList();
        return String.join("\n", all) + "\n";
    }
}
