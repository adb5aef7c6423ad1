package dev.netwatch.tui.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few lines of Java and hands them to ArchUnit. */
final class PlantedCode {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

    private PlantedCode() {}

    static JavaClasses compile(Path folder, String... sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new java.util.ArrayList<>();
        for (String source : sources) {
            files.add(write(folder.resolve("src"), source));
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
                throw new IllegalStateException("planted code does not compile: " + messages);
            }
        }
        return new ClassFileImporter().importPath(classes);
    }

    private static Path write(Path root, String source) throws IOException {
        Path folder = root.resolve(first(PACKAGE, source).replace('.', '/'));
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(first(TYPE, source) + ".java"), source);
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in " + source);
        }
        return matcher.group(1);
    }
}
