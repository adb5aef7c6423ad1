package dev.netwatch.domain.connection;

/** Paths of programs as text: foreign, and perhaps of another kind of system than this one. */
public final class ProgramPath {
    private ProgramPath() {}

    /** What follows the last separator of either kind of system; a bare name as it is. */
    public static String lastElement(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Whether this is only a name: all that is known of a process that ended before anybody could ask for its path. */
    public static boolean isBare(String path) {
        return path.indexOf('/') < 0 && path.indexOf('\\') < 0;
    }
}
