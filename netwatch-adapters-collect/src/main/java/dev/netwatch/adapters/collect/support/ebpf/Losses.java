package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;

/** The programs' count of updates that found no room. Not thread-safe. */
final class Losses implements AutoCloseable {
    private final Memory key = new Memory(4);
    private final Memory value = new Memory(MapDescriptors.LOSSES_SIZE);
    private final int descriptor;
    private long told;

    /** @throws BpfException if the kernel refuses */
    Losses() {
        key.setInt(0, 0);
        descriptor = Bpf.createMap("nw_losses", Bpf.MAP_ARRAY, 4, MapDescriptors.LOSSES_SIZE, 1, 0);
    }

    int descriptor() {
        return descriptor;
    }

    /** Since the programs were loaded. */
    long total() {
        int error = Bpf.lookup(descriptor, key, value);
        if (error != 0) {
            throw new BpfException("bpf(MAP_LOOKUP_ELEM nw_losses)", error, "");
        }
        return value.getLong(MapDescriptors.LOST_SOCKETS) + value.getLong(MapDescriptors.LOST_PEERS);
    }

    /** Since the last call. */
    long drain() {
        long total = total();
        long since = total - told;
        told = total;
        return since;
    }

    @Override
    public void close() {
        Libc.close(descriptor);
        key.close();
        value.close();
    }
}
