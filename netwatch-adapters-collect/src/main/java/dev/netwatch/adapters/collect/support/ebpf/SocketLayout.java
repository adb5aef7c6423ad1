package dev.netwatch.adapters.collect.support.ebpf;

/*
 * One record per socket for traffic and owner together: one insertion and one lookup per socket instead of two, and
 * 192 bytes so that an entry of the map (48 bytes of its own, key, value, 8 of the allocator) fills its 256 exactly.
 * What several processors may write at once has a byte or word of its own; only counters are added to atomically.
 * Addresses are 16 bytes, IPv4 as ::ffff:a.b.c.d. Words are little-endian, ports in the host's order.
 */
/** Where what lies in the record of a socket; shared by the programs that write it and the codec that reads it. */
final class SocketLayout {
    static final int KEY_SIZE = 8;
    static final int SIZE = 192;

    /** Three u64 each: payload (TCP: what is fresh), packets (GSO segments), wire bytes. */
    static final int RECEIVED = 0;

    static final int SENT = 24;
    static final int PAYLOAD = 0;
    static final int PACKETS = 8;
    static final int WIRE = 16;

    /** u64, nanoseconds of the kernel's monotonic clock; 0 until it happens. */
    static final int FIRST_SEEN_AT = 48;

    static final int RELEASED_AT = 56;
    static final int CONNECTED_AT = 64;

    /** u64. */
    static final int NETNS_COOKIE = 72;

    static final int CGROUP_ID = 80;

    /** u32: the process that created, connected or sent, and its user. */
    static final int OWNER = 88;

    static final int OWNER_UID = 92;
    /** 16 bytes, NUL-terminated: name of the owner's thread, or of the closer's where no owner is known. */
    static final int COMMAND = 96;

    static final int COMMAND_SIZE = 16;
    /** u32: the process that closed it last. */
    static final int CLOSER = 112;

    static final int CLOSER_UID = 116;
    /** u32: the process on the processor when the first payload left; a witness, not a proof. */
    static final int SPEAKER = 120;

    /** u16 each: TCP flag bytes ever seen. */
    static final int SENT_FLAGS = 124;

    static final int RECEIVED_FLAGS = 126;

    static final int LOCAL_ADDRESS = 128;
    static final int REMOTE_ADDRESS = 144;
    /** u16. */
    static final int LOCAL_PORT = 160;

    static final int REMOTE_PORT = 162;
    /** u8, 0 or 1: TCP had carried nothing before its first packet that was counted. */
    static final int FROM_START = 164;

    /** u8: the kernel's number of the state it was in when it was closed. */
    static final int RELEASED_IN = 165;

    /* 166 and 167: left for what reads names out of the first payload. */

    /** u8. */
    static final int PROTOCOL = 168;

    /** u8: addresses are known, from a received packet or a sent one. */
    static final int PLACED = 169;

    static final int RECEIVED_FIRST = 1;
    static final int SENT_FIRST = 2;

    /** u8, 0 or 1: the UDP remote is set, connect() was called on TCP, UDP was sent by its owner, socket(). */
    static final int REMOTE_KNOWN = 170;

    static final int CONNECTED = 171;
    static final int ADDRESSED = 172;
    static final int CREATED = 173;

    /** u8 each: 0 no TCP payload came by yet, 1 all of it in order, 2 not. */
    static final int SENT_ORDER = 174;

    static final int RECEIVED_ORDER = 175;

    /** u32 each: the sequence number after the last byte of payload, if an order is known. */
    static final int SENT_NEXT = 176;

    static final int RECEIVED_NEXT = 180;

    /* 184: u64, left like 164. */

    private SocketLayout() {}
}
