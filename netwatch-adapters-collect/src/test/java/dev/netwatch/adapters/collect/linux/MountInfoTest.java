package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MountInfoTest {
    private static final String NAMED = "361 27 0:4 net:[4026532281] /run/netns/blue rw shared:176 - nsfs nsfs rw";
    private static final String CGROUP = "31 24 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw";

    @Test
    void aMountedNamespaceTellsItsInode() {
        MountInfo mount = MountInfo.parse(NAMED).orElseThrow();
        assertEquals(new MountInfo("net:[4026532281]", "/run/netns/blue", "nsfs"), mount);
        assertEquals(4026532281L, mount.networkNamespace());
    }

    @Test
    void otherMountsAreNoNetworkNamespaces() {
        assertEquals(0, MountInfo.parse(CGROUP).orElseThrow().networkNamespace());
        assertEquals("cgroup2", MountInfo.parse(CGROUP).orElseThrow().type());
        String mounted = "1 2 0:4 mnt:[4026532280] /run/snapd/ns/lxd.mnt rw - nsfs nsfs rw";
        assertEquals(0, MountInfo.parse(mounted).orElseThrow().networkNamespace());
    }

    @Test
    void blanksInPathsAreWrittenInOctal() {
        assertEquals(
                "/run/netns/a b\\c",
                MountInfo.parse(NAMED.replace("blue", "a\\040b\\134c"))
                        .orElseThrow()
                        .point());
    }

    @Test
    void aLinkOfSomethingElseIsNoNamespace() {
        for (String link :
                new String[] {"", "net:[]", "net:[1", "mnt:[1]", "net:[-1]", "net:[" + "9".repeat(30) + "]"}) {
            assertEquals(0, NamespaceLinks.inode(link), link);
        }
        assertEquals(4026531840L, NamespaceLinks.inode("net:[4026531840]"));
    }

    @Test
    void damagedLinesAreReadWithoutComplaint() {
        Random random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            char[] line = NAMED.toCharArray();
            for (int n = random.nextInt(4); n >= 0; n--) {
                line[random.nextInt(line.length)] = " -:/\\[]09a\n".charAt(random.nextInt(11));
            }
            Optional<MountInfo> mount = MountInfo.parse(new String(line, 0, random.nextInt(line.length + 1)));
            read += mount.isPresent() && mount.get().networkNamespace() > 0 ? 1 : 0;
        }
        assertTrue(read > 100, read + " read");
    }
}
