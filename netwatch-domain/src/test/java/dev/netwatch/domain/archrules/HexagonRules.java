package dev.netwatch.domain.archrules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.netwatch.domain.notice.NetwatchException;

/**
 * The architecture in sentences. A module runs all of them with {@code ArchTests.in(HexagonRules.class)}; the module
 * that sees every jar proves that each fails on a planted violation.
 */
public final class HexagonRules {
    private HexagonRules() {}

    private static final String DOMAIN = "dev.netwatch.domain..";
    private static final String ADAPTERS = "dev.netwatch.adapters..";
    private static final String TUI = "dev.netwatch.tui..";

    @ArchTest
    public static final ArchRule dependencies_point_at_the_domain = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.netwatch..")
            .withOptionalLayers(true)
            .layer("domain")
            .definedBy(DOMAIN)
            .layer("adapters")
            .definedBy(ADAPTERS)
            .layer("front ends")
            .definedBy(Places.A_FRONT_END)
            .whereLayer("front ends")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("adapters")
            .mayOnlyBeAccessedByLayers("front ends")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    public static final ArchRule front_ends_do_not_know_each_other =
            slices().assignedFrom(Places.FRONT_ENDS).should().notDependOnEachOther();

    @ArchTest
    public static final ArchRule the_domain_reads_in_one_direction = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(DOMAIN)
            .withOptionalLayers(true)
            .layer("connection, notice")
            .definedBy("dev.netwatch.domain.connection", "dev.netwatch.domain.notice")
            .layer("history, name, sample")
            .definedBy("dev.netwatch.domain.history", "dev.netwatch.domain.name", "dev.netwatch.domain.sample")
            .layer("port")
            .definedBy("dev.netwatch.domain.port")
            .layer("track")
            .definedBy("dev.netwatch.domain.track")
            .layer("query")
            .definedBy("dev.netwatch.domain.query")
            .whereLayer("query")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("track")
            .mayOnlyBeAccessedByLayers("query")
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("track", "query")
            .whereLayer("history, name, sample")
            .mayOnlyBeAccessedByLayers("port", "track", "query")
            .whereLayer("connection, notice")
            .mayOnlyBeAccessedByLayers("history, name, sample", "port", "track", "query");

    @ArchTest
    public static final ArchRule packages_form_no_cycles =
            slices().matching("dev.netwatch.(**)").should().beFreeOfCycles();

    @ArchTest
    public static final ArchRule adapters_do_not_know_each_other =
            slices().matching("dev.netwatch.adapters.(*)..").should().notDependOnEachOther();

    @ArchTest
    public static final ArchRule platforms_do_not_know_each_other = slices().matching(
                    "dev.netwatch.adapters.collect.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(ADAPTERS), resideInAPackage("dev.netwatch.adapters.collect.support.."));

    @ArchTest
    public static final ArchRule support_stays_inside_its_adapter = noClasses()
            .that()
            .resideOutsideOfPackage(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.netwatch.adapters.*.support..");

    @ArchTest
    public static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    DOMAIN,
                    "java.lang",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.util.regex",
                    "java.math",
                    "java.time",
                    "org.jspecify.annotations"));

    @ArchTest
    public static final ArchRule the_domain_owns_no_thread = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");

    @ArchTest
    public static final ArchRule domain_values_are_final = classes()
            .that()
            .resideInAnyPackage(
                    "dev.netwatch.domain.connection",
                    "dev.netwatch.domain.notice",
                    "dev.netwatch.domain.history",
                    "dev.netwatch.domain.name",
                    "dev.netwatch.domain.sample")
            .and()
            .areNotInterfaces()
            // Conscious exception: what all failures of the outside world have in common.
            .and()
            .areNotAssignableFrom(NetwatchException.class)
            .should(Conditions.beFinal());

    @ArchTest
    public static final ArchRule time_is_asked_of_the_clock_port = noClasses()
            .that()
            // Conscious exception: the port's own implementation.
            .doNotHaveFullyQualifiedName("dev.netwatch.domain.port.SystemClock")
            .should()
            .callMethodWhere(Predicates.ASKS_THE_MACHINE_FOR_THE_TIME);

    @ArchTest
    public static final ArchRule an_adapter_shows_only_its_modules = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .and()
            .resideOutsideOfPackage("..support..")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(Conditions.beTheOnlyOnesOfTheirJar());

    @ArchTest
    public static final ArchRule ports_are_implemented_by_final_classes = classes()
            .that()
            .resideInAPackage(ADAPTERS)
            .and()
            .areNotInterfaces()
            .and(Predicates.IMPLEMENT_A_PORT)
            .should(Conditions.beFinal())
            .andShould()
            .notBePublic();

    @ArchTest
    public static final ArchRule guice_is_spoken_only_in_modules = noClasses()
            .that(not(Predicates.MAY_SPEAK_GUICE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

    @ArchTest
    public static final ArchRule native_access_lives_in_collect =
            livesIn("dev.netwatch.adapters.collect..", "com.sun.jna..", "oshi..");

    @ArchTest
    public static final ArchRule sql_lives_in_persistence = livesIn(
            "dev.netwatch.adapters.persistence..", "org.apache.ibatis..", "org.sqlite..", "java.sql..", "javax.sql..");

    @ArchTest
    public static final ArchRule dns_and_whois_live_in_resolve =
            livesIn("dev.netwatch.adapters.resolve..", "org.xbill.DNS..", "org.apache.commons.net..");

    @ArchTest
    public static final ArchRule the_terminal_lives_in_the_tui = livesIn(TUI, "org.jline..");

    @ArchTest
    public static final ArchRule the_jdk_resolves_no_names =
            noClasses().should().callCodeUnitWhere(Predicates.ASKS_THE_JDK_FOR_A_NAME);

    @ArchTest
    public static final ArchRule the_screen_belongs_to_the_ui =
            noClasses().that().resideOutsideOfPackage(TUI).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    public static final ArchRule no_generic_exceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    public static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    public static final ArchRule every_package_is_null_marked = classes().should(Conditions.liveInANullMarkedPackage());

    private static ArchRule livesIn(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
