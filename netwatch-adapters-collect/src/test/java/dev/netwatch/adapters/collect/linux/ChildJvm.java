package dev.netwatch.adapters.collect.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class of the tests in a process of its own; talked to line by line. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    private ChildJvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        input = process.outputWriter(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /** @param prefix a program that becomes the JVM, such as setpriv */
    static ChildJvm start(List<String> prefix, String classpath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classpath, main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(command);
    }

    long pid() {
        return process.pid();
    }

    /** The lines up to one that says {@code end}. */
    List<String> linesUntil(String end) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); !end.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IOException("the child ended early, after " + lines);
            }
            lines.add(line);
        }
        return lines;
    }

    void tell(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
