package dev.netwatch.tui.shell;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/*
 * What may stand for an option's or a command's value. A word may have two parts, "proto:tcp"; one that ends in a colon,
 * as "process:", goes on freely, and FILE or INTERFACE after the colon stand for what the machine has of these.
 */
record Values(Kind kind, List<String> words) {
    static final String FILE = "FILE";
    static final String INTERFACE = "INTERFACE";

    enum Kind {
        /** Anything: nothing is offered. */
        FREE,
        WORDS,
        FILES,
        FOLDERS,
        INTERFACES
    }

    Values {
        words = List.copyOf(words);
    }

    static Values of(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null && candidates.iterator().hasNext()) {
            List<String> words = new ArrayList<>();
            candidates.forEach(words::add);
            return new Values(Kind.WORDS, words);
        }
        return new Values(
                switch (argument.paramLabel()) {
                    case FILE -> Kind.FILES;
                    case "DIR" -> Kind.FOLDERS;
                    case INTERFACE -> Kind.INTERFACES;
                    default -> Kind.FREE;
                },
                List.of());
    }
}
