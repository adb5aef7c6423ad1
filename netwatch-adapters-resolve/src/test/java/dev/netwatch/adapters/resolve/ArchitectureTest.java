package dev.netwatch.adapters.resolve;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.netwatch.domain.archrules.HexagonRules;
import dev.netwatch.domain.archrules.ProductionCode;

@AnalyzeClasses(packages = "dev.netwatch", importOptions = ProductionCode.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(HexagonRules.class);
}
