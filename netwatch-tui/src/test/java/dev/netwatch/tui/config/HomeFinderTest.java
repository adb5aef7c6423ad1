package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its folders are written as POSIX writes them")
class HomeFinderTest {
    private static final Path USER_HOME = Path.of("/root");
    private static final Map<String, String> SUDO =
            Map.of("SUDO_UID", "1000", "SUDO_GID", "1001", "SUDO_USER", "ada", "HOME", "/root");

    @TempDir
    Path root = Path.of("");

    @BeforeEach
    void users() throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(
                root.resolve("etc/passwd"),
                "root:x:0:0:root:/root:/bin/sh\nbroken line\nada:x:1000:1001:Ada:/users/ada:/bin/sh\n");
    }

    private Home find(Map<String, String> environment, boolean isRoot) {
        return new HomeFinder(environment, USER_HOME, root, () -> isRoot).find(null);
    }

    @Test
    void theOptionWinsOverTheVariableOverTheUsersHome() {
        HomeFinder finder = new HomeFinder(Map.of("NETWATCH_HOME", "/var/nw"), USER_HOME, root, () -> false);
        assertEquals(Path.of("/opt/nw"), finder.find(Path.of("/opt/x/../nw")).folder());
        assertEquals(Path.of("/var/nw"), finder.find(null).folder());
        assertEquals(
                Path.of("/root/.netwatch"),
                find(Map.of("NETWATCH_HOME", ""), false).folder());
    }

    @Test
    void onesOwnHomeIsTheOneOfTheShell() {
        Path home = root.resolve("elsewhere");
        assertEquals(
                home.resolve(".netwatch"),
                find(Map.of("HOME", home.toString()), false).folder());
        assertEquals(
                Path.of("/root/.netwatch"),
                find(Map.of("HOME", "not/absolute"), false).folder());
    }

    @Test
    void onWindowsItIsTheUsersProfileWhateverAShellCallsHome() {
        Path profile = root.resolve("Users/ich");
        Map<String, String> windows =
                Map.of("OS", "Windows_NT", "USERPROFILE", profile.toString(), "HOME", "/msys/home");
        assertEquals(profile.resolve(".netwatch"), find(windows, false).folder());
        Map<String, String> linux = Map.of("USERPROFILE", profile.toString());
        assertEquals(Path.of("/root/.netwatch"), find(linux, false).folder());
    }

    @Test
    void aUserWithoutAHomeIsToldSoAndNoFolderIsMadeWhereTheyStand() {
        HomeFinder finder = new HomeFinder(Map.of(), Path.of("?"), root, () -> false);
        assertThrows(UsageException.class, () -> finder.find(null));
        assertEquals(Path.of("/opt/nw"), finder.find(Path.of("/opt/nw")).folder());
    }

    @Test
    void underSudoItIsTheInvokingUsers() {
        Home home = find(SUDO, true);
        assertEquals(Path.of("/users/ada/.netwatch"), home.folder());
        assertEquals(Optional.of(new FileOwner(1000, 1001)), home.owner());
    }

    @Test
    void underSudoAFolderOfOnesChoiceHasItsFilesGivenToTheInvokingUserToo() {
        Home home = new HomeFinder(SUDO, USER_HOME, root, () -> true).find(Path.of("/opt/nw"));
        assertEquals(new Home(Path.of("/opt/nw"), Optional.of(new FileOwner(1000, 1001))), home);
    }

    @Test
    void sudoToAnotherUserThanRootIsThatUsersOwnBusiness() {
        assertEquals(new Home(Path.of("/root/.netwatch"), Optional.empty()), find(SUDO, false));
    }

    @Test
    void rootWhoCallsSudoStaysRoot() {
        Map<String, String> environment = Map.of("SUDO_UID", "0", "SUDO_GID", "0", "SUDO_USER", "root");
        assertEquals(new Home(Path.of("/root/.netwatch"), Optional.empty()), find(environment, true));
    }

    @Test
    void aUserOfADirectoryServiceIsInNoPasswdFile() throws IOException {
        Map<String, String> environment = Map.of("SUDO_UID", "70000", "SUDO_GID", "70000", "SUDO_USER", "eve");
        assertEquals(Path.of("/root/.netwatch"), find(environment, true).folder());
        Files.createDirectories(root.resolve("home/eve"));
        assertEquals(root.resolve("home/eve/.netwatch"), find(environment, true).folder());
    }

    @Test
    void wordsThatAreNoUserAreNotFollowed() {
        Map<String, String> environment = Map.of("SUDO_UID", "1e3", "SUDO_GID", "x", "SUDO_USER", "../../etc");
        assertEquals(new Home(Path.of("/root/.netwatch"), Optional.empty()), find(environment, true));
    }
}
