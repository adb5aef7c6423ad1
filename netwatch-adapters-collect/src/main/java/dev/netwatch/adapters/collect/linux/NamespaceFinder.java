package dev.netwatch.adapters.collect.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * A process seldom changes its namespace but at its start, when a container's first process leaves that of its parent.
 * So each is looked at in three samples running, and in turn with others after that; a number that the system gave to
 * another process meanwhile is found out in its turn. The list of mounts is read anew only when the kernel says that it
 * changed.
 */
/**
 * Finds the network namespaces of the machine: those of processes, and those that nothing but a mount keeps
 * ({@code ip netns}, container engines). Not those that only a thread or a descriptor keeps. Not thread-safe.
 */
final class NamespaceFinder implements AutoCloseable {
    /* Its namespace is that of the kernel's own threads, and of most others. */
    private static final int INIT = 1;
    private static final int YOUNG = 3;
    private static final int IN_TURN = 32;
    private static final int MOST_NAMED = 50;

    private final Descriptors descriptors;
    private final NamespaceLinks links;
    private final MountWatch mounts;
    private final LongMap<Look> looks = new LongMap<>();
    private long round;
    private boolean refused;

    private static final class Look {
        final int pid;
        long inode;
        int count;
        long seenIn;

        Look(int pid) {
            this.pid = pid;
        }
    }

    NamespaceFinder(Path proc, Descriptors descriptors) {
        this.descriptors = descriptors;
        this.links = new NamespaceLinks(proc.toString());
        this.mounts = new MountWatch(proc);
    }

    /** Where each namespace can be opened, by inode. */
    Map<Long, String> find() {
        Map<Long, String> found = new HashMap<>(mounts.namespaces());
        int[] processes = descriptors.processes();
        round++;
        refused = false;
        long turns = processes.length / IN_TURN + 1;
        for (int i = 0; i < processes.length; i++) {
            Look look = look(processes[i], i / IN_TURN == round % turns);
            refused |= look.inode == NamespaceLinks.REFUSED && look.pid != INIT;
            if (look.inode > 0) {
                found.put(look.inode, links.path(look.pid));
            }
        }
        looks.removeIf(look -> look.seenIn != round);
        return found;
    }

    private Look look(int pid, boolean itsTurn) {
        Look look = looks.get(pid);
        if (look == null) {
            look = new Look(pid);
            looks.put(pid, look);
        }
        look.seenIn = round;
        if (itsTurn || look.count < YOUNG) {
            look.count++;
            look.inode = links.of(pid);
        }
        return look;
    }

    /** Whether the last search met processes whose namespace it may not know. */
    boolean wasRefused() {
        return refused;
    }

    /** Processes of a namespace, at most some. */
    List<Integer> processes(long inode) {
        List<Integer> members = new ArrayList<>();
        looks.forEach(look -> {
            if (look.inode == inode && members.size() < MOST_NAMED) {
                members.add(look.pid);
            }
        });
        return members;
    }

    @Override
    public void close() {
        mounts.close();
    }
}
