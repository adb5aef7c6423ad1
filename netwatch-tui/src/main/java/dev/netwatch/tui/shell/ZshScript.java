package dev.netwatch.tui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Completion for zsh: a file {@code _netwatch} in a folder of {@code fpath}, or sourced after {@code compinit}. */
final class ZshScript {
    private static final String FRAME = """
            #compdef netwatch
            # zsh completion for netwatch, made by: netwatch completion zsh

            # The words given; of one with a colon first only what is before it.
            _netwatch_words() {
                local word prefix=${PREFIX%%:*}
                if [[ $PREFIX == *:* ]]; then
                    compset -P '*:'
                    for word in "$@"; do
                        case $word in
                            $prefix:FILE) _files ;;
                            $prefix:INTERFACE) _netwatch_interfaces ;;
                            $prefix:?*) compadd -- ${word#*:} ;;
                        esac
                    done
                    return
                fi
                for word in "$@"; do
                    if [[ $word == *:* ]]; then
                        compadd -S '' -- ${word%%:*}:
                    else
                        compadd -- $word
                    fi
                done
            }

            _netwatch_interfaces() {
                if [[ -d /sys/class/net ]]; then
                    compadd -- /sys/class/net/*(N:t)
                else
                    compadd -- $(ifconfig -l 2>/dev/null)
                fi
            }

            @FUNCTIONS@
            if [[ ${funcstack[1]} == _netwatch ]]; then
                _netwatch "$@"
            else
                compdef _netwatch netwatch
            fi
            """;

    private final CommandModel program;

    ZshScript(CommandModel program) {
        this.program = program;
    }

    String text() {
        return FRAME.replace(
                "@FUNCTIONS@\n",
                program.all().stream().map(ZshScript::function).collect(Collectors.joining("\n")) + "\n");
    }

    private static String function(CommandModel command) {
        List<String> specs = new ArrayList<>();
        command.options().forEach(option -> specs.add(spec(option)));
        StringBuilder text = new StringBuilder(functionName(command) + "() {\n");
        if (command.commands().isEmpty()) {
            if (!command.argument().isEmpty()) {
                String many = command.argument().contains("...") ? "*" : "1";
                specs.add("'" + many + ": :" + action(command.values()) + "'");
            }
            text.append("    _arguments -s -S").append(lines(specs)).append("\n}\n");
            return text.toString();
        }
        specs.add("'(-)1: :->command'");
        specs.add("'(-)*:: :->rest'");
        text.append("    local curcontext=$curcontext state line\n")
                .append("    local -A opt_args\n")
                .append("    _arguments -C -s -S")
                .append(lines(specs))
                .append(" && return\n    case $state in\n        command)\n            local -a commands=(")
                .append(words(command))
                .append("\n            )\n            _describe command commands\n");
        if (command.values().kind() != Values.Kind.FREE) {
            text.append("            ").append(action(command.values()).strip()).append('\n');
        }
        text.append("            ;;\n        rest)\n            case $words[1] in\n");
        command.commands()
                .forEach(below -> text.append("                ")
                        .append(below.name())
                        .append(") ")
                        .append(functionName(below))
                        .append(" ;;\n"));
        return text.append("            esac\n            ;;\n    esac\n}\n").toString();
    }

    private static String functionName(CommandModel command) {
        return command.path().isEmpty()
                ? "_netwatch"
                : "_netwatch_" + command.path().replaceAll("[ -]", "_");
    }

    private static String words(CommandModel command) {
        return command.commands().stream()
                .map(below -> "\n                '" + below.name() + ":" + quoted(below.summary()) + "'")
                .collect(Collectors.joining());
    }

    private static String spec(OptionModel option) {
        String excluded = option.names().size() == 1 ? "" : "'(" + String.join(" ", option.names()) + ")'";
        String names =
                option.names().size() == 1 ? option.names().get(0) : "{" + String.join(",", option.names()) + "}";
        boolean one = option.names().size() == 1;
        String body = (option.takesValue() ? "=" : "") + "["
                + quoted(option.description())
                        .replace("[", "\\[")
                        .replace("]", "\\]")
                        .replace(":", "\\:")
                + "]"
                + option.label()
                        .map(label -> ":" + label + ":" + action(option.values()))
                        .orElse("");
        return one ? "'" + names + body + "'" : excluded + names + "'" + body + "'";
    }

    /* The blank before a function of ours keeps _arguments from giving it arguments for compadd. */
    private static String action(Values values) {
        return switch (values.kind()) {
            case FREE -> " ";
            case WORDS -> " _netwatch_words " + String.join(" ", values.words()).replace(":", "\\:");
            case FILES -> "_files";
            case FOLDERS -> "_files -/";
            case INTERFACES -> " _netwatch_interfaces";
        };
    }

    /** For the inside of single quotation marks. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "'\\''");
    }

    private static String lines(List<String> specs) {
        return specs.stream().map(spec -> " \\\n        " + spec).collect(Collectors.joining());
    }
}
