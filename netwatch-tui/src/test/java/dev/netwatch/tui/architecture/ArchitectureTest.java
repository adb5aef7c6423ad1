package dev.netwatch.tui.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.netwatch.domain.archrules.HexagonRules;
import dev.netwatch.domain.archrules.ProductionCode;

@AnalyzeClasses(packages = "dev.netwatch", importOptions = ProductionCode.class)
class ArchitectureTest {
    private static final int CLASSES_AT_LEAST = 180;

    @ArchTest
    static final ArchTests RULES = ArchTests.in(HexagonRules.class);

    /** A rule over nothing is green. */
    @ArchTest
    static void everything_was_imported(JavaClasses classes) {
        assertTrue(classes.size() >= CLASSES_AT_LEAST, "only " + classes.size() + " classes");
    }
}
