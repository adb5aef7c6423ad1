package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What one UDP socket exchanged with one of its remotes, the first of them excepted.
 *
 * @param cookie the socket's
 * @param received payload bytes from it
 * @param sent payload bytes to it
 * @param sentFirst whether the first packet that the engine saw between the two went to it
 */
public record PeerRecord(long cookie, Endpoint remote, long received, long sent, boolean sentFirst) {

    static PeerRecord read(ByteBuffer keys, ByteBuffer values, int index) {
        int key = index * PeerLayout.KEY_SIZE;
        int value = index * PeerLayout.SIZE;
        byte[] address = new byte[16];
        keys.get(key + PeerLayout.ADDRESS, address);
        return new PeerRecord(
                keys.getLong(key + PeerLayout.COOKIE),
                new Endpoint(IpAddress.of(address), keys.getInt(key + PeerLayout.PORT)),
                values.getLong(value + PeerLayout.RECEIVED + PeerLayout.PAYLOAD),
                values.getLong(value + PeerLayout.SENT + PeerLayout.PAYLOAD),
                values.get(value + PeerLayout.FIRST) == SocketLayout.SENT_FIRST);
    }

    /** As the programs write it: IPv4 as an IPv4-mapped address. */
    byte[] key() {
        byte[] address = remote.address().bytes();
        ByteBuffer key = ByteBuffer.allocate(PeerLayout.KEY_SIZE).order(ByteOrder.nativeOrder());
        key.putLong(PeerLayout.COOKIE, cookie);
        if (address.length == 4) {
            key.putShort(PeerLayout.ADDRESS + 10, (short) 0xffff);
        }
        key.put(PeerLayout.ADDRESS + 16 - address.length, address);
        key.putInt(PeerLayout.PORT, remote.port());
        return key.array();
    }
}
