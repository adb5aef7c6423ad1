package dev.netwatch.tui.shell;

import java.util.List;
import java.util.stream.Collectors;

/*
 * Completion for bash, 3.2 (macOS) and later, with or without the bash-completion package. bash breaks words at colons
 * and equals signs; so the script takes the line apart itself, and gives back only what bash calls the current word.
 */
final class BashScript {
    private static final String FRAME = """
            # bash completion for netwatch, made by: netwatch completion bash

            # The words of $1 that begin with $2; of one with a colon first only what is before it.
            _netwatch_words() {
                local word
                for word in $1; do
                    [[ $2 == *:* || $word != *:* ]] || word=${word%%:*}:
                    case $word in
                        "${2%%:*}":FILE) compgen -P "${2%%:*}:" -f -- "${2#*:}" ;;
                        "${2%%:*}":INTERFACE) compgen -P "${2%%:*}:" -W "$(_netwatch_interfaces)" -- "${2#*:}" ;;
                        *) [[ $word != "$2"* || $word == "$2" && $word == *: ]] || printf '%s\\n' "$word" ;;
                    esac
                done
            }

            _netwatch_interfaces() {
                if [ -d /sys/class/net ]; then
                    (cd /sys/class/net && printf '%s\\n' *)
                else
                    ifconfig -l 2>/dev/null
                fi
            }

            _netwatch_option_takes_value() {
                case $1 in
                    @WITH_VALUE@) return 0 ;;
                esac
                return 1
            }

            # Prints what may stand where $2 is being typed, after command $1 or as the value of option $3.
            _netwatch_candidates() {
                case $3 in
                    '') ;;
            @OPTION_VALUES@
                    *) return ;;
                esac
                case $1 in
            @COMMANDS@
                esac
            }

            _netwatch() {
                local line=${COMP_LINE:0:$COMP_POINT} current='' command='' option='' word known kept
                local -a words
                read -ra words <<<"$line"
                case $line in
                    *[[:blank:]]) ;;
                    *) current=${words[${#words[@]} - 1]} && unset "words[${#words[@]} - 1]" ;;
                esac
                for word in "${words[@]:1}"; do
                    if [ -n "$option" ]; then
                        option=
                    elif _netwatch_option_takes_value "$word"; then
                        option=$word
                    else
                        case $command/$word in
            @PATHS@
                        esac
                    fi
                done
                known=$current
                if [ -z "$option" ] && [[ $current == --*=* ]]; then
                    option=${current%%=*} known=${current#*=}
                fi
                # What of the word bash leaves as it is: up to the last character that it breaks words at.
                kept=
                [[ $current != *=* || $COMP_WORDBREAKS != *=* ]] || kept=${current%"${current##*=}"}
                [[ $current != *:* || $COMP_WORDBREAKS != *:* ]] || kept=${current%"${current##*:}"}
                local found
                COMPREPLY=()
                while IFS= read -r found; do
                    found=${current%"$known"}$found
                    COMPREPLY+=("${found#"$kept"}")
                done < <(_netwatch_candidates "$command" "$known" "$option" | sort -u)
                case ${COMPREPLY[0]-} in
                    *:) [ ${#COMPREPLY[@]} -gt 1 ] || compopt -o nospace 2>/dev/null ;;
                    */*) compopt -o filenames 2>/dev/null ;;
                    *) [ ! -e "${COMPREPLY[0]-}" ] || [ -z "$option" ] || compopt -o filenames 2>/dev/null ;;
                esac
            }

            complete -F _netwatch netwatch
            """;

    private final CommandModel program;

    BashScript(CommandModel program) {
        this.program = program;
    }

    String text() {
        List<OptionModel> withValue = program.optionsWithValue();
        return FRAME.replace(
                        "@WITH_VALUE@",
                        withValue.stream().map(BashScript::names).collect(Collectors.joining(" | ")))
                .replace(
                        "@OPTION_VALUES@\n",
                        lines(2, withValue.stream().map(this::valuesOfOption).toList()))
                .replace(
                        "@COMMANDS@\n",
                        lines(2, program.all().stream().map(this::candidates).toList()))
                .replace(
                        "@PATHS@\n",
                        lines(4, program.all().stream().flatMap(this::paths).toList()));
    }

    private String valuesOfOption(OptionModel option) {
        return names(option) + ") " + offer(option.values()) + "; return ;;";
    }

    private String candidates(CommandModel command) {
        String options = command.options().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        String names = command.commands().stream().map(CommandModel::name).collect(Collectors.joining(" "));
        String further = names.isEmpty() ? "" : "compgen -W '" + names + "' -- \"$2\"; ";
        return "'" + command.path() + "') if [[ $2 == -* ]]; then compgen -W '" + options + "' -- \"$2\"; else "
                + further + offer(command.values()) + "; fi ;;";
    }

    private java.util.stream.Stream<String> paths(CommandModel command) {
        return command.commands().stream()
                .map(below -> "'" + command.path() + "/" + below.name() + "') command='" + below.path() + "' ;;");
    }

    private static String names(OptionModel option) {
        return String.join(" | ", option.names());
    }

    private static String offer(Values values) {
        return switch (values.kind()) {
            case FREE -> ":";
            case WORDS -> "_netwatch_words '" + String.join(" ", values.words()) + "' \"$2\"";
            case FILES -> "compgen -f -- \"$2\"";
            case FOLDERS -> "compgen -d -- \"$2\"";
            case INTERFACES -> "compgen -W \"$(_netwatch_interfaces)\" -- \"$2\"";
        };
    }

    private static String lines(int depth, List<String> lines) {
        return lines.stream().map(line -> "    ".repeat(depth) + line + "\n").collect(Collectors.joining());
    }
}
