package dev.netwatch.adapters.resolve;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warns of a condition when it begins, and again only after it has ended. Thread-safe. */
final class OncePerCondition {
    private final System.Logger logger;
    private final Set<String> lasting = ConcurrentHashMap.newKeySet();

    OncePerCondition(System.Logger logger) {
        this.logger = logger;
    }

    /** @param code names the condition */
    void warn(String code, String sentence) {
        if (lasting.add(code)) {
            logger.log(Level.WARNING, sentence);
        }
    }

    void ended() {
        lasting.clear();
    }
}
