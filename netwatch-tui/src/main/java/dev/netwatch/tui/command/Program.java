package dev.netwatch.tui.command;

import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.notice.NearestWord;
import dev.netwatch.tui.output.Output;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line, runs what it asks for, and turns whatever happens into an exit code and one sentence. */
public final class Program {
    /** The words a user may choose from, in the order of the help. */
    static final List<String> COMMANDS =
            List.of("list", "stream", "history", "exclusions", "record", "doctor", "completion");

    /** The words of the build. */
    private static final List<String> HIDDEN = List.of(WarmUpCommand.NAME, ShareCommand.NAME);

    private final Surroundings surroundings;

    public Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @return the exit code: 0 done, 1 failed, 2 wrong usage or configuration */
    public int run(String... arguments) {
        try {
            return isPlain(arguments) ? dashboard(arguments) : parsed(arguments);
        } catch (RuntimeException | Error e) { // an Error, too, must not end the program without a word
            return new Failure(surroundings).tell(e);
        }
    }

    /* The usual call, `netwatch` or `netwatch eth0` at a terminal, has its frame before picocli has its model. */
    private boolean isPlain(String[] arguments) {
        boolean noOptions = arguments.length == 0
                || arguments.length == 1
                        && !arguments[0].startsWith("-")
                        && !arguments[0].startsWith("@")
                        && !isCommand(arguments[0]);
        return noOptions && surroundings.outputIsTerminal().getAsBoolean();
    }

    private int dashboard(String[] arguments) {
        Invocation invocation = new Invocation(surroundings, new GlobalOptions());
        @Nullable String networkInterface = arguments.length == 0 ? null : arguments[0];
        return new DashboardLauncher(invocation).run(networkInterface);
    }

    /* Options alone need no model of any subcommand, which would take longer to make than the frame. */
    private int parsed(String[] arguments) {
        boolean onlyOptions =
                Arrays.stream(arguments).noneMatch(word -> word.matches("-h.*|--help") || isCommand(word));
        if (!onlyOptions) {
            return execute(commandLine(), arguments);
        }
        CommandLine line = configured(new CommandLine(new NetwatchCommand(surroundings)));
        line.setParameterExceptionHandler(
                (wrong, given) -> execute(commandLine(), given)); // which knows the words near it
        return execute(line, arguments);
    }

    /* Help and version go the way all output goes: picocli would not notice a full disk. */
    private int execute(CommandLine line, String... arguments) {
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        int code = line.execute(arguments);
        if (help.getBuffer().length() > 0) {
            Output output = new Output(surroundings.out(), surroundings.charset(), false);
            help.toString().lines().forEach(output::line);
            output.flush();
        }
        return code;
    }

    private static boolean isCommand(String word) {
        return COMMANDS.contains(word) || HIDDEN.contains(word);
    }

    private CommandLine commandLine() {
        NetwatchCommand netwatch = new NetwatchCommand(surroundings);
        return configured(new CommandLine(netwatch)
                .addSubcommand(new ListCommand(netwatch))
                .addSubcommand(new StreamCommand(netwatch))
                .addSubcommand(new HistoryCommand(netwatch))
                .addSubcommand(new ExclusionsCommand(netwatch))
                .addSubcommand(new RecordCommand(netwatch))
                .addSubcommand(new DoctorCommand(netwatch))
                .addSubcommand(new CompletionCommand(netwatch))
                .addSubcommand(new WarmUpCommand(netwatch))
                .addSubcommand(new ShareCommand()));
    }

    private CommandLine configured(CommandLine line) {
        line.setOverwrittenOptionsAllowed(true);
        line.setExpandAtFiles(false);
        line.setErr(new PrintWriter(surroundings.err(), true));
        line.setParameterExceptionHandler((wrong, given) -> {
            surroundings.err().println("netwatch: " + ForeignText.printable(sentence(wrong)));
            return ExitCode.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, result) -> new Failure(surroundings).tell(failure));
        return line;
    }

    private static String sentence(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String help = "; see " + command.getCommandSpec().qualifiedName() + " --help";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            return unmatched(command, word) + help;
        }
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
        return message + help;
    }

    private static String unmatched(CommandLine command, String word) {
        if (word.startsWith("-")) {
            List<String> options =
                    new ArrayList<>(command.getCommandSpec().optionsMap().keySet());
            return "there is no option '" + word + "'" + NearestWord.hint(word, options);
        }
        List<String> commands = new ArrayList<>(command.getSubcommands().keySet());
        commands.removeAll(HIDDEN);
        return "'" + word + "' is one word too many" + NearestWord.hint(word, commands);
    }
}
