package dev.netwatch.domain.query;

/**
 * A piece of a filter.
 *
 * @param column where it begins
 * @param end behind its last character
 * @param field what stands before its colon, or empty
 * @param value what is looked for; of {@link Kind#QUOTED} without marks, of {@link Kind#REGEX} without slashes
 */
record FilterToken(Kind kind, int column, int end, String field, String value) {
    enum Kind {
        OPEN,
        CLOSE,
        NOT,
        OR,
        WORD,
        QUOTED,
        REGEX
    }

    int length() {
        return end - column;
    }

    /** Where what stands behind the colon begins. */
    int valueColumn() {
        return field.isEmpty() ? column : column + field.length() + 1;
    }
}
