package dev.netwatch.tui.runtime;

import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Appends to {@code netwatch.log} in the home folder. Made by the JDK from the name in {@link LogSetup}. */
public final class LogFileHandler extends Handler {
    @Override
    public void publish(LogRecord message) {
        if (isLoggable(message)) {
            LogSetup.home().ifPresent(home -> new LogFile(home).append(LogFile.text(message)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
