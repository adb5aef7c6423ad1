package dev.netwatch.domain.notice;

/**
 * Something the user should know.
 *
 * @param code stable, in lower case with hyphens, such as {@code owners-need-root}; one condition has one code
 * @param sentence what is the matter, and where it can be mended, how
 */
public record Notice(String code, Severity severity, String sentence) {

    /** How much it matters. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    public static Notice info(String code, String sentence) {
        return new Notice(code, Severity.INFO, sentence);
    }

    public static Notice warning(String code, String sentence) {
        return new Notice(code, Severity.WARNING, sentence);
    }

    public static Notice error(String code, String sentence) {
        return new Notice(code, Severity.ERROR, sentence);
    }
}
