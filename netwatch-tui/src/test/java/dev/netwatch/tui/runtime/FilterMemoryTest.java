package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.tui.config.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilterMemoryTest {
    @TempDir
    Path folder;

    private Home home() {
        return new Home(folder, Optional.empty());
    }

    /** What a run that uses these filters knows in its end. */
    private List<String> run(String... used) {
        Errands errands = new Errands();
        FilterMemory memory = new FilterMemory(home(), errands);
        memory.load();
        for (String filter : used) {
            memory.remember(filter);
        }
        errands.close();
        assertEquals(Optional.empty(), memory.trouble());
        return memory.all();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "looks at POSIX rights")
    void theNextRunKnowsThemTheLatestFirstEachOnce() throws IOException {
        run("one", "two", "one");
        assertEquals(List.of("one", "two"), run());
        assertEquals(List.of("three", "one", "two"), run("three"));
        assertEquals("two\none\nthree\n", Files.readString(folder.resolve("filters")));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("filters"))));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void theyAreBounded() {
        for (int half = 0; half < 2; half++) {
            String[] many = new String[FilterMemory.MOST_KEPT / 2 + 10];
            int first = half * many.length;
            Arrays.setAll(many, i -> "filter" + (first + i));
            run(many);
        }
        assertEquals(FilterMemory.MOST_KEPT, run().size());
        assertEquals("filter119", run().get(0));
    }

    @Test
    void whatIsInTheFileIsForeignText() throws IOException {
        Files.writeString(folder.resolve("filters"), "a\033[2Jb\n\n  \n\u202ec\n" + "x".repeat(5000));
        List<String> read = run();
        assertEquals(List.of("c", "a[2Jb"), read.subList(1, 3));
        assertEquals(1000, read.get(0).length());
    }

    @Test
    void anotherRunAtTheSameTimeLosesNothing() {
        try (Errands errands = new Errands()) {
            FilterMemory early = new FilterMemory(home(), errands);
            run("of another");
            early.remember("mine");
        }
        assertEquals(List.of("mine", "of another"), run());
    }

    @Test
    void whereThereIsNoFolderNoneIsMade() {
        Path nowhere = folder.resolve("nowhere");
        try (Errands errands = new Errands()) {
            FilterMemory memory = new FilterMemory(new Home(nowhere, Optional.empty()), errands);
            memory.load();
            memory.remember("x");
            assertEquals(List.of("x"), memory.all());
        }
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws IOException {
        Files.createDirectories(folder.resolve("filters/in the way"));
        Errands errands = new Errands();
        FilterMemory memory = new FilterMemory(home(), errands);
        memory.remember("x");
        errands.close();
        assertTrue(memory.trouble().orElseThrow().sentence().contains("filters"));
    }
}
