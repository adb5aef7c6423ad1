package dev.netwatch.adapters.collect.support.ebpf;

/** Where what lies in the record of a UDP socket's second and further remotes; the first is the socket's own. */
final class PeerLayout {
    /** Key: cookie u64, address 16 bytes, port u32 in the host's order, zero u32. */
    static final int KEY_SIZE = 32;

    static final int COOKIE = 0;
    static final int ADDRESS = 8;
    static final int PORT = 24;
    static final int PAD = 28;

    /** Value: payload and packets received, payload and packets sent, u64 each, and who began. */
    static final int SIZE = 40;

    static final int RECEIVED = 0;
    static final int SENT = 16;
    static final int PAYLOAD = 0;
    static final int PACKETS = 8;

    /** u8, as {@link SocketLayout#PLACED}. */
    static final int FIRST = 32;

    private PeerLayout() {}
}
