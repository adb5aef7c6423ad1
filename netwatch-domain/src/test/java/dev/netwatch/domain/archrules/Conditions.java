package dev.netwatch.domain.archrules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;

/** Conditions that ArchUnit does not bring. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " of " + type.getSimpleName() + " has no @NullMarked"));
            }
        };
    }

    static ArchCondition<JavaClass> beFinal() {
        return new ArchCondition<>("be final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isFinal = type.getModifiers().contains(JavaModifier.FINAL);
                events.add(new SimpleConditionEvent(type, isFinal, type.getName() + " is not final"));
            }
        };
    }

    /** Beside modules and configurations, an adapter jar shows one plain factory, for those without Guice. */
    static ArchCondition<JavaClass> beTheOnlyOnesOfTheirJar() {
        return new ArchCondition<>("be modules, configurations, or their jar's one plain factory") {
            private final Map<String, List<JavaClass>> others = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                others.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getSimpleName().endsWith("Module")
                        && !type.getSimpleName().endsWith("Config")) {
                    String jar = type.getPackageName().replaceAll("^(dev\\.netwatch\\.adapters\\.\\w+).*", "$1");
                    others.computeIfAbsent(jar, unused -> new ArrayList<>()).add(type);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                others.forEach((jar, types) -> events.add(new SimpleConditionEvent(
                        types.get(0), types.size() == 1, jar + " shows more than one factory: " + types)));
            }
        };
    }
}
