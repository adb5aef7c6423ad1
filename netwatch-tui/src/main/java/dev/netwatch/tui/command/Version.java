package dev.netwatch.tui.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/* What --version prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        return "netwatch " + number() + " (Java " + System.getProperty("java.version") + ")";
    }

    /** Of the jar's manifest; classes that are in no jar have none. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development version");
    }
}
