package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.connection.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/*
 * A cursor, not a value: a tick looks at tens of thousands of records, and most have not changed.
 */
/**
 * What the programs wrote down about one socket. Valid until the engine moves on to the next; bytes are cumulative since
 * the engine started or the socket was made, whichever is later.
 */
public final class SocketRecord {
    private static final int FIN = 1;
    private static final int SYN = 2;
    private static final int RST = 4;

    private final ByteBuffer values;
    private int base;
    private long cookie;

    /** @param values in native order, records of {@link SocketLayout#SIZE} bytes */
    SocketRecord(ByteBuffer values) {
        this.values = values;
    }

    SocketRecord at(int index, long itsCookie) {
        base = index * SocketLayout.SIZE;
        cookie = itsCookie;
        return this;
    }

    /** The kernel's number of the socket: {@code SO_COOKIE}, {@code idiag_cookie}. */
    public long cookie() {
        return cookie;
    }

    /** IPPROTO_TCP 6 or IPPROTO_UDP 17. */
    public int protocol() {
        return u8(SocketLayout.PROTOCOL);
    }

    /** Payload, whether or not the process read it; without what TCP received again, with gaps it waits to be filled. */
    public long received() {
        return u64(SocketLayout.RECEIVED + SocketLayout.PAYLOAD);
    }

    /** Payload, without what TCP sent again. */
    public long sent() {
        return u64(SocketLayout.SENT + SocketLayout.PAYLOAD);
    }

    /** Whether no gap can be left in what TCP received, so that {@link #received} is exact. */
    public boolean receivedWhole() {
        return u8(SocketLayout.RECEIVED_ORDER) != 2 || receivedFin();
    }

    public long packetsReceived() {
        return u64(SocketLayout.RECEIVED + SocketLayout.PACKETS);
    }

    public long packetsSent() {
        return u64(SocketLayout.SENT + SocketLayout.PACKETS);
    }

    /** With IP and transport headers, without link layer and IP fragmentation. */
    public long wireReceived() {
        return u64(SocketLayout.RECEIVED + SocketLayout.WIRE);
    }

    public long wireSent() {
        return u64(SocketLayout.SENT + SocketLayout.WIRE);
    }

    /** Nanoseconds of the kernel's monotonic clock, as all times here. */
    public long firstSeenAt() {
        return u64(SocketLayout.FIRST_SEEN_AT);
    }

    /** When the last descriptor was closed; 0 if it was not. */
    public long releasedAt() {
        return u64(SocketLayout.RELEASED_AT);
    }

    /** The kernel's number of the TCP state it was in when it was closed, such as SYN_SENT 2; 0 if it was not. */
    public int releasedIn() {
        return u8(SocketLayout.RELEASED_IN);
    }

    /** When connect(2) was called last, for TCP; 0 if it was not. */
    public long connectedAt() {
        return u64(SocketLayout.CONNECTED_AT);
    }

    /** {@code SO_NETNS_COOKIE} of its network namespace; 0 if unknown. */
    public long netnsCookie() {
        return u64(SocketLayout.NETNS_COOKIE);
    }

    /** Inode of its owner's cgroup, else of the one it was made in; 0 if unknown. */
    public long cgroupId() {
        return u64(SocketLayout.CGROUP_ID);
    }

    /** Who made, connected or sent; 0 if no hook saw it: accepted, or older than the engine. */
    public int owner() {
        return u32(SocketLayout.OWNER);
    }

    /** Unsigned. */
    public long ownerUid() {
        return u32(SocketLayout.OWNER_UID) & 0xffff_ffffL;
    }

    /** Whether the engine saw it being made; then everything it ever carried is counted. Not so for accepted ones. */
    public boolean created() {
        return u8(SocketLayout.CREATED) != 0;
    }

    /** Whether TCP is known to have carried nothing before the engine began to count it. */
    public boolean fromStart() {
        return created() || connected() || u8(SocketLayout.FROM_START) != 0;
    }

    /** Whether connect(2) was called on TCP. */
    public boolean connected() {
        return u8(SocketLayout.CONNECTED) != 0;
    }

    /** Name of the owner's thread, or of the closer's where no owner is known; foreign text, may be empty. */
    public String command() {
        byte[] bytes = new byte[SocketLayout.COMMAND_SIZE];
        values.get(base + SocketLayout.COMMAND, bytes);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Who closed the last descriptor; 0 if nobody did. */
    public int closer() {
        return u32(SocketLayout.CLOSER);
    }

    /** Unsigned. */
    public long closerUid() {
        return u32(SocketLayout.CLOSER_UID) & 0xffff_ffffL;
    }

    /** Who ran when the first payload left; mostly who sent it. 0 if unknown. */
    public int speaker() {
        return u32(SocketLayout.SPEAKER);
    }

    public boolean sentSyn() {
        return (u16(SocketLayout.SENT_FLAGS) & SYN) != 0;
    }

    public boolean sentReset() {
        return (u16(SocketLayout.SENT_FLAGS) & RST) != 0;
    }

    public boolean receivedSyn() {
        return (u16(SocketLayout.RECEIVED_FLAGS) & SYN) != 0;
    }

    public boolean receivedFin() {
        return (u16(SocketLayout.RECEIVED_FLAGS) & FIN) != 0;
    }

    public boolean receivedReset() {
        return (u16(SocketLayout.RECEIVED_FLAGS) & RST) != 0;
    }

    /** Whether a packet told the addresses; else only the remote of a TCP connect(2) is known. */
    public boolean placed() {
        return u8(SocketLayout.PLACED) != 0;
    }

    /** Whether the first packet that the engine saw, for UDP the first remote's, was sent. */
    public boolean sentFirst() {
        return u8(SocketLayout.PLACED) == SocketLayout.SENT_FIRST;
    }

    public IpAddress localAddress() {
        return address(SocketLayout.LOCAL_ADDRESS);
    }

    public int localPort() {
        return u16(SocketLayout.LOCAL_PORT);
    }

    /** For UDP the first remote, for TCP the one that connect(2) named last. */
    public IpAddress remoteAddress() {
        return address(SocketLayout.REMOTE_ADDRESS);
    }

    /** 0 without remote. */
    public int remotePort() {
        return u16(SocketLayout.REMOTE_PORT);
    }

    private IpAddress address(int field) {
        byte[] bytes = new byte[16];
        values.get(base + field, bytes);
        return IpAddress.of(bytes);
    }

    private long u64(int field) {
        return values.getLong(base + field);
    }

    private int u32(int field) {
        return values.getInt(base + field);
    }

    private int u16(int field) {
        return values.getShort(base + field) & 0xffff;
    }

    private int u8(int field) {
        return values.get(base + field);
    }
}
