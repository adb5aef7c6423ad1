package dev.netwatch.adapters.collect.support.ebpf;

/** Descriptors of the maps that the programs write to. */
record MapDescriptors(int sockets, int peers, int losses) {
    /** Value of the single entry of {@code losses}: updates of sockets, then of peers, that found no room; u64. */
    static final int LOSSES_SIZE = 64;

    static final int LOST_SOCKETS = 0;
    static final int LOST_PEERS = 8;
}
