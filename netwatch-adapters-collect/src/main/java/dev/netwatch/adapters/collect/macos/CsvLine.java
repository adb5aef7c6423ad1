package dev.netwatch.adapters.collect.macos;

import java.util.ArrayList;
import java.util.List;

/* Nettop is not known to quote; should a release do so, a cell in quotation marks is understood. */
/** One line of comma-separated values (RFC 4180), lenient: a quotation mark that is not closed is a character. */
final class CsvLine {
    private final String line;
    private final List<String> cells = new ArrayList<>();
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    /** The cells; a comma at the end is followed by an empty one. */
    static List<String> cells(String line) {
        CsvLine csv = new CsvLine(line);
        do {
            csv.cells.add(csv.next());
        } while (csv.at++ < line.length());
        return csv.cells;
    }

    private String next() {
        int closing = line.startsWith("\"", at) ? closingQuote() : -1;
        if (closing < 0) {
            int comma = line.indexOf(',', at);
            int end = comma < 0 ? line.length() : comma;
            String cell = line.substring(at, end);
            at = end;
            return cell;
        }
        String cell = line.substring(at + 1, closing).replace("\"\"", "\"");
        at = closing + 1;
        return cell;
    }

    /** The mark that ends the cell: not doubled, and followed by a comma or nothing. */
    private int closingQuote() {
        int mark = line.indexOf('"', at + 1);
        while (mark >= 0 && line.startsWith("\"\"", mark)) {
            mark = line.indexOf('"', mark + 2);
        }
        boolean ends = mark >= 0 && (mark + 1 == line.length() || line.charAt(mark + 1) == ',');
        return ends ? mark : -1;
    }
}
