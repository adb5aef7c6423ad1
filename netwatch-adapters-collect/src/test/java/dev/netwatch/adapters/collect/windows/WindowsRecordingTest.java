package dev.netwatch.adapters.collect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.domain.port.SampleRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripted tables, recorded. The terminal front end draws its screen from the same file;
 * {@code -Dnetwatch.golden=update} writes it anew.
 */
class WindowsRecordingTest {
    private static final Path KEPT = Path.of("src/test/resources/windows/scripted.recording");

    @Test
    void theRecordingIsWhatTheTablesGive(@TempDir Path folder) throws IOException {
        Path fresh = folder.resolve("fresh.recording");
        ScriptedDay day = new ScriptedDay();
        try (SampleRecorder recorder = ConnectionSources.recorder(fresh, day.source())) {
            day.record(recorder);
        }
        if ("update".equals(System.getProperty("netwatch.golden"))) {
            Files.copy(fresh, KEPT, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(Files.readString(KEPT), Files.readString(fresh));
    }
}
