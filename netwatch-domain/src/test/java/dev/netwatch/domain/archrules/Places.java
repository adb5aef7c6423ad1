package dev.netwatch.domain.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Which part of the hexagon a class belongs to, by its package. */
final class Places {
    private static final String ROOT = "dev.netwatch.";

    static final DescribedPredicate<JavaClass> A_FRONT_END =
            DescribedPredicate.describe("a front end", type -> !frontEnd(type).isEmpty());

    static final SliceAssignment FRONT_ENDS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String frontEnd = frontEnd(type);
            return frontEnd.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(frontEnd);
        }

        @Override
        public String getDescription() {
            return "front ends";
        }
    };

    private Places() {}

    /** The third word of the package, such as {@code tui}; empty for the domain and the adapters. */
    private static String frontEnd(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String word = name.substring(ROOT.length()).split("\\.")[0];
        return word.equals("domain") || word.equals("adapters") ? "" : word;
    }
}
