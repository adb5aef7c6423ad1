package dev.netwatch.adapters.collect.support.command;

/**
 * What came of a command.
 *
 * @param code its exit code, where it {@link Ending#EXITED}
 * @param output what it printed, as UTF-8 with U+FFFD for what is none; up to the bound
 * @param complaint the beginning of what it printed to standard error, or why it did not start
 */
public record CommandResult(Ending ending, int code, String output, String complaint) {

    /** How it ended. */
    public enum Ending {
        EXITED,
        /** It took too long and was ended. */
        TIMED_OUT,
        /** It printed too much and was ended. */
        TOO_LONG,
        NOT_STARTED
    }

    public static CommandResult exited(int code, String output, String complaint) {
        return new CommandResult(Ending.EXITED, code, output, complaint);
    }

    public static CommandResult notStarted(String why) {
        return new CommandResult(Ending.NOT_STARTED, -1, "", why);
    }
}
