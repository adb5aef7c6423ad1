package dev.netwatch.tui.clipboard;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Finds programs and lets them copy, with a time limit. */
public final class Programs {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Programs() {}

    /** Whether a folder of this search path, the value of {@code PATH}, has such a program. */
    public static boolean isOn(String path, String name) {
        for (String folder : path.split(File.pathSeparator)) {
            try {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
                    return true;
                }
            } catch (InvalidPathException e) {
                // no folder, so nothing is in it
            }
        }
        return false;
    }

    /**
     * Gives the text to the program and waits until it has it.
     *
     * @return whether it said that all went well, in time
     */
    public static boolean copy(CopyTool tool, String text) {
        try {
            Process process = new ProcessBuilder(tool.command())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return fed(process, bytes(tool, text));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean fed(Process process, byte[] text) throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        try {
            if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The program of Windows takes UTF-16, the others UTF-8. */
    private static byte[] bytes(CopyTool tool, String text) {
        Charset charset = tool.name().equals("clip.exe") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return text.getBytes(charset);
    }
}
