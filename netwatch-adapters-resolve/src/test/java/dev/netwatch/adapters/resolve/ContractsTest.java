package dev.netwatch.adapters.resolve;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.netwatch.domain.archrules.ContractRules;

@AnalyzeClasses(packages = "dev.netwatch.adapters.resolve")
class ContractsTest {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ContractRules.class);
}
