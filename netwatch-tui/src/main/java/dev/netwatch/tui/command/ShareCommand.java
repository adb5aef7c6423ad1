package dev.netwatch.tui.command;

import dev.netwatch.tui.shell.ShellFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/* Used by the build: the files a packager puts below /usr/share. */
@Command(
        name = ShareCommand.NAME,
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes completion scripts and the manual page into a folder like /usr/share.")
final class ShareCommand implements Callable<Integer> {
    static final String NAME = "write-share";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "1", description = "The folder.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        for (ShellFile file : ShellFile.values()) {
            Path path = folder.resolve(file.place());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text(spec.root(), Version.number()), StandardCharsets.US_ASCII);
        }
        return ExitCode.DONE;
    }
}
