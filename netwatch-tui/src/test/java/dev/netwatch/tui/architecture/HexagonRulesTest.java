package dev.netwatch.tui.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import dev.netwatch.domain.archrules.HexagonRules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fails where it should: on a few planted lines that break it. */
class HexagonRulesTest {
    private static final Map<String, String[]> VIOLATIONS = new TreeMap<>();

    private static void plant(String rule, String... sources) {
        VIOLATIONS.put(rule, sources);
    }

    static {
        String bareAdapter = "package dev.netwatch.adapters.resolve; public class Names {}";
        plant(
                "dependencies_point_at_the_domain",
                bareAdapter,
                "package dev.netwatch.domain.connection; class A { dev.netwatch.adapters.resolve.Names n; }");
        plant(
                "front_ends_do_not_know_each_other",
                "package dev.netwatch.web; public class Page {}",
                "package dev.netwatch.tui; class A { dev.netwatch.web.Page p; }");
        plant(
                "the_domain_reads_in_one_direction",
                "package dev.netwatch.domain.query; public class B {}",
                "package dev.netwatch.domain.connection; class A { dev.netwatch.domain.query.B b; }");
        plant(
                "packages_form_no_cycles",
                "package dev.netwatch.tui.one; public class A { dev.netwatch.tui.two.B b; }",
                "package dev.netwatch.tui.two; public class B { dev.netwatch.tui.one.A a; }");
        plant(
                "adapters_do_not_know_each_other",
                bareAdapter,
                "package dev.netwatch.adapters.persistence; class A { dev.netwatch.adapters.resolve.Names n; }");
        plant(
                "platforms_do_not_know_each_other",
                "package dev.netwatch.adapters.collect.windows; public class B {}",
                "package dev.netwatch.adapters.collect.linux; class A { dev.netwatch.adapters.collect.windows.B b; }");
        plant(
                "support_stays_inside_its_adapter",
                "package dev.netwatch.adapters.collect.support; public class B {}",
                "package dev.netwatch.tui; class A { dev.netwatch.adapters.collect.support.B b; }");
        plant("the_domain_is_plain_java", "package dev.netwatch.domain.connection; class A { java.io.File f; }");
        plant("the_domain_owns_no_thread", "package dev.netwatch.domain.track; class A { Thread t; }");
        plant("domain_values_are_final", "package dev.netwatch.domain.sample; class A {}");
        plant(
                "time_is_asked_of_the_clock_port",
                "package dev.netwatch.tui; class A { Object now = java.time.Instant.now(); }");
        plant(
                "an_adapter_shows_only_its_modules",
                bareAdapter,
                "package dev.netwatch.adapters.resolve; public class Whois {}");
        plant(
                "ports_are_implemented_by_final_classes",
                "package dev.netwatch.adapters.resolve; abstract class A implements dev.netwatch.domain.port.Clock {}");
        plant("guice_is_spoken_only_in_modules", "package dev.netwatch.tui; class A { com.google.inject.Injector i; }");
        plant(
                "native_access_lives_in_collect",
                "package dev.netwatch.adapters.persistence; class A { com.sun.jna.Pointer p; }");
        plant("sql_lives_in_persistence", "package dev.netwatch.tui; class A { java.sql.Connection c; }");
        plant("dns_and_whois_live_in_resolve", "package dev.netwatch.tui; class A { org.xbill.DNS.Name n; }");
        plant(
                "the_terminal_lives_in_the_tui",
                "package dev.netwatch.adapters.collect; class A { org.jline.terminal.Terminal t; }");
        plant(
                "the_jdk_resolves_no_names",
                "package dev.netwatch.tui; class A { Object a = new java.net.InetSocketAddress(\"localhost\", 1); }");
        plant(
                "the_screen_belongs_to_the_ui",
                "package dev.netwatch.adapters.collect; class A { void f() { System.out.println(); } }");
        plant(
                "no_generic_exceptions",
                "package dev.netwatch.tui; class A { void f() { throw new RuntimeException(\"x\"); } }");
        plant("no_field_injection", "package dev.netwatch.tui; class A { @jakarta.inject.Inject String s; }");
        plant("every_package_is_null_marked", "package dev.netwatch.tui.bare; class A {}");
    }

    static Stream<String> rules() {
        return VIOLATIONS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsOnAPlantedViolation(String rule, @TempDir Path folder) throws Exception {
        ArchRule checked = (ArchRule) HexagonRules.class.getField(rule).get(null);
        assertTrue(checked.evaluate(PlantedCode.compile(folder, VIOLATIONS.get(rule)))
                .hasViolation());
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        Set<String> rules = Arrays.stream(HexagonRules.class.getFields())
                .map(field -> field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules, new TreeSet<>(VIOLATIONS.keySet()));
    }
}
