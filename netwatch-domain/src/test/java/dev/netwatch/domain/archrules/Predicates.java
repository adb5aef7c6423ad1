package dev.netwatch.domain.archrules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules ask of a class or a call. */
final class Predicates {
    private static final String PORTS = "dev.netwatch.domain.port";
    private static final Set<String> SYSTEM_TIME = Set.of("currentTimeMillis", "nanoTime");
    /** Those of java.net that go to the resolver of the operating system; a list of their methods by class. */
    private static final Map<String, Set<String>> JDK_RESOLVER = Map.of(
            "java.net.InetAddress", Set.of("getByName", "getAllByName", "getHostName", "getCanonicalHostName"),
            "java.net.Inet4Address", Set.of("getByName", "getAllByName", "getHostName", "getCanonicalHostName"),
            "java.net.Inet6Address", Set.of("getByName", "getAllByName", "getHostName", "getCanonicalHostName"),
            "java.net.InetSocketAddress", Set.of("getHostName"));

    static final DescribedPredicate<JavaMethodCall> ASKS_THE_MACHINE_FOR_THE_TIME =
            DescribedPredicate.describe("the target tells the time", call -> {
                JavaClass owner = call.getTargetOwner();
                boolean system = owner.isEquivalentTo(System.class)
                        && SYSTEM_TIME.contains(call.getTarget().getName());
                boolean now = owner.getPackageName().startsWith("java.time")
                        && call.getTarget().getName().equals("now");
                return system || now || owner.isEquivalentTo(java.time.Clock.class);
            });

    static final DescribedPredicate<JavaCall<?>> ASKS_THE_JDK_FOR_A_NAME = DescribedPredicate.describe(
            "the target is the JDK's resolver",
            call -> JDK_RESOLVER
                            .getOrDefault(call.getTargetOwner().getName(), Set.of())
                            .contains(call.getTarget().getName())
                    || resolvesOnConstruction(call));

    static final DescribedPredicate<JavaClass> IMPLEMENT_A_PORT = DescribedPredicate.describe(
            "implement a port",
            type -> type.getAllRawInterfaces().stream()
                    .anyMatch(port -> port.getPackageName().equals(PORTS)));

    static final DescribedPredicate<JavaClass> MAY_SPEAK_GUICE =
            DescribedPredicate.describe("are a module or the main class", type -> {
                String name = outermost(type).getSimpleName();
                return name.endsWith("Module") || name.endsWith("Main");
            });

    private Predicates() {}

    /** {@code new InetSocketAddress("host", port)} looks the host up. */
    private static boolean resolvesOnConstruction(JavaCall<?> call) {
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return call.getTargetOwner().getName().equals("java.net.InetSocketAddress")
                && call.getTarget().getName().equals("<init>")
                && parameters.size() == 2
                && parameters.get(0).isEquivalentTo(String.class);
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
