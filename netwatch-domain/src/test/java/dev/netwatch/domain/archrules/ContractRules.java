package dev.netwatch.domain.archrules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.stream.Stream;

/** Every implementation of a port, a fake too, runs the port's contract. Analyse production and test classes with it. */
public final class ContractRules {
    private static final String PORTS = "dev.netwatch.domain.port";
    private static final String CONTRACTS = "dev.netwatch.domain.testkit.";

    private ContractRules() {}

    @ArchTest
    static void every_port_implementation_runs_its_contract(JavaClasses classes) {
        List<String> missing = classes.stream()
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(ContractRules::isAdapterOrFake)
                .flatMap(type -> contractsOf(type)
                        .filter(contract -> !isRun(contract, type, classes))
                        .map(contract -> type.getName() + " has no test that extends " + contract))
                .sorted()
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean isAdapterOrFake(JavaClass type) {
        boolean adapter = type.getPackageName().startsWith("dev.netwatch.adapters.")
                && type.getSource().isPresent()
                && new ProductionCode()
                        .includes(com.tngtech.archunit.core.importer.Location.of(
                                type.getSource().get().getUri()));
        return adapter || type.getName().startsWith(CONTRACTS + "Fake");
    }

    private static Stream<String> contractsOf(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .filter(port -> port.getPackageName().equals(PORTS))
                .map(port -> CONTRACTS + port.getSimpleName() + "Contract");
    }

    /** A test runs it for a class that it is named after, or that it builds. */
    private static boolean isRun(String contract, JavaClass type, JavaClasses classes) {
        return classes.stream()
                .filter(test -> test.isAssignableTo(contract) && !test.getName().equals(contract))
                .anyMatch(test -> test.getSimpleName().startsWith(type.getSimpleName())
                        || test.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency ->
                                        dependency.getTargetClass().equals(type)));
    }
}
