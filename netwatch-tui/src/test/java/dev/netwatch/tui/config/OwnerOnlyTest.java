package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    private static final UserPrincipal ME = () -> "HOUSE\\me";

    private static List<?> acl(FileAttribute<?>[] attributes) {
        assertEquals(1, attributes.length);
        assertEquals("acl:acl", attributes[0].name());
        return (List<?>) attributes[0].value();
    }

    @Test
    void wherePermissionsArePosixTheyAreTheOwners() {
        OwnerOnly posix = new OwnerOnly(Set.of("basic", "posix", "unix", "owner", "acl"), () -> {
            throw new AssertionError("nobody is looked up");
        });
        assertEquals(PosixFilePermissions.fromString("rw-------"), posix.file()[0].value());
        assertEquals(PosixFilePermissions.fromString("rwx------"), posix.folder()[0].value());
    }

    @Test
    void whereThereAreListsTheUserAloneIsOnThem() {
        OwnerOnly windows = new OwnerOnly(Set.of("basic", "dos", "acl", "owner", "user"), () -> Optional.of(ME));
        for (FileAttribute<?>[] attributes : List.of(windows.file(), windows.folder())) {
            List<?> entries = acl(attributes);
            assertEquals(1, entries.size());
            AclEntry entry = (AclEntry) entries.get(0);
            assertEquals(ME, entry.principal());
            assertEquals(AclEntryType.ALLOW, entry.type());
            assertEquals(Set.of(AclEntryPermission.values()), entry.permissions());
        }
        AclEntry handedDown = (AclEntry) acl(windows.folder()).get(0);
        assertEquals(Set.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT), handedDown.flags());
    }

    @Test
    void whereThereIsNeitherNothingIsAsked() {
        assertEquals(0, new OwnerOnly(Set.of("basic"), () -> Optional.of(ME)).file().length);
        assertEquals(0, new OwnerOnly(Set.of("acl"), Optional::empty).folder().length);
    }

    @Test
    void theUserIsLookedUpByName() throws IOException {
        var files = FileSystems.getDefault();
        String me = System.getProperty("user.name");
        assertEquals(Optional.empty(), OwnerOnly.user(files, Map.of(), "no such user at all"));
        assertTrue(
                OwnerOnly.user(files, Map.of("USERDOMAIN", "NO-SUCH-HOUSE"), me).isPresent());
    }

    @Test
    @EnabledOnOs(OS.WINDOWS)
    void onWindowsNobodyElseIsOnTheListOfWhatWasMade(@TempDir Path above) throws IOException {
        Home home = new Home(above.resolve("home"), Optional.empty());
        assertEquals(Optional.empty(), home.prepare());
        Path file = Files.writeString(home.file("file"), "inherits from its folder");
        for (Path made : List.of(home.folder(), file)) {
            List<String> allowed = Files.getFileAttributeView(made, AclFileAttributeView.class).getAcl().stream()
                    .map(entry -> entry.principal().getName())
                    .distinct()
                    .toList();
            assertEquals(1, allowed.size(), made + ": " + allowed);
            assertTrue(allowed.get(0).endsWith("\\" + System.getProperty("user.name")), allowed.toString());
        }
    }
}
