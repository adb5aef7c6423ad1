package dev.netwatch.tui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command a user may know of, the program itself among them.
 *
 * @param path its words after the program's name, as {@code exclusions add}; empty for the program
 * @param argument what follows its options, as a user reads it, such as {@code [FILTER...]}; may be empty
 * @param commands its own commands, in the order of the help
 */
record CommandModel(
        String path,
        String description,
        List<OptionModel> options,
        String argument,
        Values values,
        List<CommandModel> commands) {

    static CommandModel of(CommandSpec program) {
        return of(program, "");
    }

    private static CommandModel of(CommandSpec spec, String path) {
        Optional<PositionalParamSpec> argument =
                spec.positionalParameters().stream().findFirst();
        List<CommandModel> commands = new ArrayList<>();
        for (CommandLine line : spec.subcommands().values()) {
            CommandSpec command = line.getCommandSpec();
            if (!command.usageMessage().hidden()) {
                commands.add(of(command, path.isEmpty() ? command.name() : path + " " + command.name()));
            }
        }
        return new CommandModel(
                path,
                String.join(" ", spec.usageMessage().description()),
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionModel::of)
                        .toList(),
                argument.map(CommandModel::shown).orElse(""),
                argument.map(Values::of).orElse(new Values(Values.Kind.FREE, List.of())),
                commands);
    }

    private static String shown(PositionalParamSpec argument) {
        String label = argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
        return argument.arity().min() > 0 ? label : "[" + label + "]";
    }

    /** The last word of its path. */
    String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }

    /** What it does, up to the first full stop. */
    String summary() {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Options that are its own. */
    List<OptionModel> ownOptions() {
        return options.stream().filter(option -> !option.everywhere()).toList();
    }

    /** This one and all below it. */
    List<CommandModel> all() {
        List<CommandModel> all = new ArrayList<>(List.of(this));
        commands.forEach(command -> all.addAll(command.all()));
        return all;
    }

    /**
     * Every option that takes a value, of this command and those below it, once.
     *
     * @throws IllegalStateException if an option takes other values in one command than in another: the scripts know an
     *     option by its name alone
     */
    List<OptionModel> optionsWithValue() {
        List<OptionModel> found = new ArrayList<>();
        for (CommandModel command : all()) {
            for (OptionModel option : command.options) {
                Optional<OptionModel> same = found.stream()
                        .filter(other -> other.names().equals(option.names()))
                        .findFirst();
                if (same.isPresent() && !same.get().values().equals(option.values())) {
                    throw new IllegalStateException(option.names() + " takes other values in " + command.path);
                }
                if (option.takesValue() && same.isEmpty()) {
                    found.add(option);
                }
            }
        }
        return found;
    }
}
