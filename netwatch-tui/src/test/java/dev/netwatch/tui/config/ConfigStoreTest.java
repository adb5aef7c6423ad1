package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.tui.state.ThemeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "looks at POSIX rights and symbolic links")
class ConfigStoreTest {
    @TempDir
    Path folder;

    private Path file;
    private ConfigStore store;

    @BeforeEach
    void begin() {
        file = folder.resolve("config.yaml");
        store = new ConfigStore(new Home(folder, Optional.empty()));
    }

    private String after(String yaml, String key, String value) throws IOException {
        Files.writeString(file, yaml);
        store.set(Map.of(key, value));
        return Files.readString(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | theme: light\\n
                    dns: true | dns: true\\ntheme: light\\n
                    theme: dark | theme: light
                    theme: dark   # mine\\n\\ndns: true\\n | theme: light   # mine\\n\\ndns: true\\n
                    # 漢字 😀\\n'theme' :  "dark"\\n# end | # 漢字 😀\\n'theme' : light\\n# end
                    'theme:\\n  dark\\ndns: true' | theme: light\\ndns: true
                    theme: 'dark' # é\\ndns: true | theme: light # é\\ndns: true
                    excluded_processes:\\n  - theme   # remark\\n\\n  # more\\ntheme: mono\\n | excluded_processes:\\n  - theme   # remark\\n\\n  # more\\ntheme: light\\n
                    '{dns: true, theme: dark}' | '{dns: true, theme: light}'
                    # only a remark | # only a remark\\ntheme: light\\n
                    """)
    void changesOneValueAndNothingElse(String before, String expected) throws IOException {
        assertEquals(expected.replace("\\n", "\n"), after(before.replace("\\n", "\n"), "theme", "light"));
        assertEquals(
                ThemeName.LIGHT,
                new ConfigFile(new Home(folder, Optional.empty()))
                        .read()
                        .preferences()
                        .theme());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    excluded_processes: [a, b] # two\\ndns: true\\n | excluded_processes: [x] # two\\ndns: true\\n
                    excluded_processes:\\n- a\\n- b\\n\\n# about dns\\ndns: true\\n | excluded_processes: [x]\\n\\n# about dns\\ndns: true\\n
                    excluded_processes:\\n  - a\\n  - b   # last\\ndns: true | excluded_processes: [x]   # last\\ndns: true
                    excluded_processes:\\ndns: true | excluded_processes: [x]\\ndns: true
                    excluded_processes: | excluded_processes: [x]
                    """)
    void changesListsInEveryForm(String before, String expected) throws IOException {
        String text = after(before.replace("\\n", "\n"), "excluded_processes", "[x]");
        assertEquals(expected.replace("\\n", "\n"), text);
    }

    @Test
    void whatIsLostInsideAListIsKeptBeside() throws IOException {
        String before = "excluded_processes:\n  - a  # why\n  # and\n  - b\n";
        Files.writeString(file, before);
        Optional<Path> kept = store.set(Map.of("excluded_processes", "[x]"));
        assertEquals("excluded_processes: [x]\n", Files.readString(file));
        assertEquals(before, Files.readString(kept.orElseThrow()));
        assertEquals("rw-------", mode(kept.orElseThrow()));
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        store.set(Map.of("theme", "light"));
        assertEquals("rw-------", mode(file));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static String mode(Path of) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
    }

    @Test
    void severalKeysAtOnce() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("theme", "mono");
        values.put("filter", "'process:x or !new'");
        values.put("keys", "{sort: [F6, o], page-up: PgUp}");
        Files.writeString(file, "theme: dark\nkeys:\n  sort: o # as in htop\n");
        store.set(values);
        assertEquals(
                "theme: mono\nkeys: {sort: [F6, o], page-up: PgUp} # as in htop\nfilter: 'process:x or !new'\n",
                Files.readString(file));
    }

    @Test
    void aFileThatIsWrongIsLeftAlone() throws IOException {
        Files.writeString(file, "them: dark\n");
        assertThrows(UsageException.class, () -> store.set(Map.of("theme", "light")));
        assertEquals("them: dark\n", Files.readString(file));
    }

    @Test
    void whatCannotBeChangedSafelyIsLeftAlone() throws IOException {
        String shared = "interval: &t 2s\nretention: 9d\nstale_for: *t\n";
        Files.writeString(file, shared);
        assertThrows(UsageException.class, () -> store.set(Map.of("interval", "5s")));
        assertEquals(shared, Files.readString(file));
        Files.writeString(file, "dns: true\n...\n");
        assertThrows(UsageException.class, () -> store.set(Map.of("theme", "light")));
        assertEquals("dns: true\n...\n", Files.readString(file));
    }

    @Test
    void aLinkIsFollowedToTheFileItself() throws IOException {
        Path elsewhere = folder.resolve("dotfiles.yaml");
        Files.writeString(elsewhere, "theme: dark # mine\n");
        Files.createSymbolicLink(file, elsewhere);
        store.set(Map.of("theme", "light"));
        assertTrue(Files.isSymbolicLink(file));
        assertEquals("theme: light # mine\n", Files.readString(elsewhere));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        ConfigStore nowhere = new ConfigStore(new Home(inTheWay.resolve("home"), Optional.empty()));
        assertThrows(UsageException.class, () -> nowhere.set(Map.of("theme", "light")));
        assertFalse(Files.exists(inTheWay.resolve("home")));
    }

    @Test
    void whateverStandsThereIsChangedRightlyOrNotAtAll() throws IOException {
        Random random = new Random(4);
        List<String> pieces = List.of(
                "theme: dark\n",
                "dns: true\n",
                "# remark\n",
                "\n",
                "theme:\n  mono\n",
                "  ",
                "excluded_processes:\n",
                "- a\n",
                "  - b # c\n",
                "keys:\n",
                "  sort: o\n",
                "keys: {sort: o}\n",
                "'",
                "\"",
                "漢: ",
                "---\n",
                "...\n",
                "theme: |\n",
                "  dark\n",
                "{",
                "}",
                ", ",
                "&a ",
                "*a\n",
                "!!str ",
                "? theme\n",
                ": dark\n",
                "\t",
                "😀");
        NetwatchConfig wanted;
        int changed = 0;
        for (int round = 0; round < 1500; round++) {
            StringBuilder yaml = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                yaml.append(pieces.get(random.nextInt(pieces.size())));
            }
            Files.writeString(file, yaml);
            try {
                NetwatchConfig before = new ConfigFile(new Home(folder, Optional.empty())).read();
                wanted = before.change()
                        .preferences(before.preferences().withTheme(ThemeName.LIGHT))
                        .build();
                store.set(Map.of("theme", "light"));
                assertEquals(wanted, new ConfigFile(new Home(folder, Optional.empty())).read(), yaml.toString());
                changed++;
            } catch (UsageException e) {
                assertEquals(yaml.toString(), Files.readString(file));
            }
        }
        assertTrue(changed > 100, "only " + changed);
    }
}
