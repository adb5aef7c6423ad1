package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcSocketOwnersTest {
    /** Processes and the sockets they hold, and who was asked. */
    private static final class FakeDescriptors implements Descriptors {
        private final TreeMap<Integer, List<Long>> held = new TreeMap<>();
        private final Set<Integer> closed = new java.util.TreeSet<>();
        private final List<Integer> asked = new ArrayList<>();

        @Override
        public int[] processes() {
            return held.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public Access sockets(int pid, LongPredicate visitor) {
            asked.add(pid);
            if (closed.contains(pid)) {
                return Access.REFUSED;
            }
            held.get(pid).stream().allMatch(visitor::test);
            return Access.READ;
        }
    }

    private static final class Socket implements ProcSocketOwners.Held {
        private Holder holder;

        @Override
        public void heldBy(Holder found) {
            holder = found;
        }

        int pid() {
            return holder == null ? 0 : holder.pid;
        }
    }

    @TempDir
    Path proc;

    private final FakeDescriptors descriptors = new FakeDescriptors();
    private ProcSocketOwners owners;

    @BeforeEach
    void threeProcesses() throws IOException {
        owners = new ProcSocketOwners(
                descriptors, new ProcessReader(proc), new ProcessPlaces(proc, new ContainerNames(proc)));
        process(10, "ten", 1, 100L, 101L);
        process(20, "twenty", 1, 200L);
        process(30, "thirty", 1, 300L, 301L, 302L);
    }

    private void process(int pid, String name, int started, Long... inodes) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        String stat = pid + " (" + name + ") S 1 1 1 0 -1 4 1 2 3 4 5 6 7 8 20 0 1 0 " + started + " 1 1\n";
        Files.writeString(directory.resolve("stat"), stat);
        descriptors.held.put(pid, List.of(inodes));
    }

    private List<Integer> resolve(long... inodes) {
        descriptors.asked.clear();
        LongMap<Socket> wanted = new LongMap<>();
        List<Socket> sockets = new ArrayList<>();
        for (long inode : inodes) {
            sockets.add(new Socket());
            wanted.put(inode, sockets.get(sockets.size() - 1));
        }
        owners.resolve(wanted);
        return sockets.stream().map(Socket::pid).toList();
    }

    @Test
    void findsWhoHoldsASocketAndLeavesOthersOpen() {
        assertEquals(List.of(10, 30, 0), resolve(101, 300, 999));
        assertEquals(List.of(10, 20, 30), descriptors.asked);
    }

    @Test
    void stopsWithTheLastOneFound() {
        assertEquals(List.of(10), resolve(100));
        assertEquals(List.of(10), descriptors.asked);
    }

    @Test
    void asksNewProcessesFirstAndThenThoseWithMostSockets() throws IOException {
        resolve(100, 200, 300, 301);
        process(40, "forty", 2, 400L);
        resolve(999);
        assertEquals(List.of(40, 30, 10, 20), descriptors.asked);
    }

    @Test
    void asksThoseFirstWhoLatelyOpenedSocketsHoweverFewTheyHold() {
        resolve(100, 101, 200, 300, 301);
        resolve(200);
        resolve(999);
        assertEquals(List.of(20, 10, 30), descriptors.asked);
    }

    @Test
    void saysWhetherItWasRefused() {
        resolve(999);
        assertFalse(owners.wasRefused());
        descriptors.closed.add(20);
        resolve(999);
        assertTrue(owners.wasRefused());
    }

    @Test
    void aProcessThatEndedOwnsNothingAnyMore() throws IOException {
        Socket socket = new Socket();
        LongMap<Socket> wanted = new LongMap<>();
        wanted.put(100, socket);
        owners.resolve(wanted);
        Files.delete(proc.resolve("10/stat"));
        owners.check();
        assertTrue(socket.holder.stale);
    }

    @Test
    void aPidUsedAgainIsAnotherProcess() throws IOException {
        Socket socket = new Socket();
        LongMap<Socket> wanted = new LongMap<>();
        wanted.put(100, socket);
        owners.resolve(wanted);
        process(10, "other", 2, 100L);
        Socket later = new Socket();
        wanted.put(100, later);
        owners.resolve(wanted);
        assertTrue(socket.holder.stale);
        assertFalse(later.holder.stale);
        assertEquals("other", later.holder.process.name());
    }

    @Test
    void aProcessThatRunsAnotherProgramIsNoticed() throws IOException {
        Socket socket = new Socket();
        LongMap<Socket> wanted = new LongMap<>();
        wanted.put(100, socket);
        owners.resolve(wanted);
        owners.check();
        assertFalse(socket.holder.stale);
        process(10, "exec", 1, 100L);
        owners.check();
        assertTrue(socket.holder.stale);
    }
}
