package dev.netwatch.adapters.collect.linux;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The kernel keeps 15 bytes of a process's name; what it cut is completed from the program's path or arguments. */
final class ProcessName {
    private static final int KERNEL_LIMIT = 15;

    private ProcessName() {}

    /** @return a name that begins with {@code kept}; {@code kept} itself where it is whole or nothing completes it */
    static String complete(String kept, Optional<String> executable, List<String> arguments) {
        if (!mayBeCut(kept)) {
            return kept;
        }
        Optional<String> program = executable.map(ProcessName::baseName).filter(name -> name.startsWith(kept));
        return program.or(() -> arguments.stream()
                        .limit(2)
                        .map(ProcessName::baseName)
                        .filter(name -> name.startsWith(kept))
                        .findFirst())
                .orElse(kept);
    }

    static boolean mayBeCut(String kept) {
        return kept.getBytes(StandardCharsets.UTF_8).length >= KERNEL_LIMIT;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
