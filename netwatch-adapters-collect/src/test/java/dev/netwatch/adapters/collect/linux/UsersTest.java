package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    @TempDir
    Path folder;

    @Test
    void namesUsersAndFallsBackToTheirNumber() throws IOException {
        Path file = folder.resolve("passwd");
        Files.writeString(
                file, "root:x:0:0:root:/root:/bin/sh\ntoor:x:0:0::/:\nbroken\n:x:5:5\nx:x:abc:1\nme:x:1000:1:::\n");
        Users users = new Users(file);
        assertEquals("root", users.name(0));
        assertEquals("me", users.name(1000));
        assertEquals("5", users.name(5));
        assertEquals("4294967294", users.name(4294967294L));
    }

    @Test
    void readsAFileAgainThatChanged() throws IOException {
        Path file = folder.resolve("passwd");
        Files.writeString(file, "me:x:1000:1:::\n");
        Users users = new Users(file);
        assertEquals("1001", users.name(1001));
        Files.writeString(file, "me:x:1000:1:::\nyou:x:1001:1:::\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(12_345));
        assertEquals("you", users.name(1001));
    }

    @Test
    void worksWithoutAFile() {
        assertEquals("0", new Users(folder.resolve("none")).name(0));
    }
}
