package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder = Path.of("");

    private Optional<FileOwner> me = Optional.empty();

    @BeforeEach
    void whoAmI() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("unix"), "no Unix file system");
        int uid = (int) Files.getAttribute(folder, "unix:uid");
        int gid = (int) Files.getAttribute(folder, "unix:gid");
        me = Optional.of(new FileOwner(uid, gid));
    }

    @Test
    void makesAFolderForItsOwnerAlone() throws IOException {
        Home home = new Home(folder.resolve("deep/down"), Optional.empty());
        assertEquals(Optional.empty(), home.prepare());
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())));
        assertEquals(Optional.empty(), home.prepare(), "a second time changes nothing");
    }

    @Test
    void saysWhyItCannotBe() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String sentence =
                new Home(file, Optional.empty()).prepare().orElseThrow().sentence();
        assertTrue(sentence.contains(file + ": it is not a folder; choose another folder with --home"), sentence);
    }

    @Test
    void underSudoALinkInTheUsersFolderIsNotFollowed() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        assertTrue(new Home(link, me).prepare().isPresent());
        assertFalse(new Home(link, Optional.empty()).prepare().isPresent(), "one's own link is one's own business");
    }

    @Test
    void aConfigurationThatIsNoFileIsRefusedInsteadOfWaitedFor() throws IOException {
        Files.createDirectory(folder.resolve("config.yaml"));
        UsageException wrong =
                assertThrows(UsageException.class, () -> new ConfigFile(new Home(folder, Optional.empty())).read());
        assertTrue(wrong.getMessage().contains("config.yaml is no file"), wrong.getMessage());
    }

    @Test
    void underSudoAConfigurationThatIsALinkIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "root:hash");
        Files.createSymbolicLink(folder.resolve("config.yaml"), secret);
        UsageException wrong = assertThrows(UsageException.class, () -> new ConfigFile(new Home(folder, me)).read());
        assertFalse(wrong.getMessage().contains("hash"), wrong.getMessage());
        assertTrue(wrong.getMessage().contains("config.yaml cannot be read"), wrong.getMessage());
    }

    @Test
    void noConfigurationMeansDefaults() {
        assertEquals(NetwatchConfig.DEFAULT, new ConfigFile(new Home(folder, Optional.empty())).read());
    }

    @Test
    void aConfigurationThatIsNoTextIsRefused() throws IOException {
        Files.write(folder.resolve("config.yaml"), new byte[] {(byte) 0xc3, (byte) 0x28});
        UsageException wrong =
                assertThrows(UsageException.class, () -> new ConfigFile(new Home(folder, Optional.empty())).read());
        assertTrue(wrong.getMessage().endsWith("config.yaml is not UTF-8 text"), wrong.getMessage());
    }
}
