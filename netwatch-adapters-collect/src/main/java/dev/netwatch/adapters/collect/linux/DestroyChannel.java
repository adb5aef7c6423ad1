package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The notifications of freed sockets of one network namespace. The thread of {@link DestroyListener} reads, another one
 * drains. Opened by a thread in that namespace.
 */
final class DestroyChannel {
    /* SKNLGRP_INET_TCP_DESTROY, INET_UDP, INET6_TCP, INET6_UDP. */
    private static final int ALL_GROUPS = 0xf;
    private static final int QUEUE_LIMIT = 100_000;

    private final NetlinkSocket socket;
    private final InetDiagCodec codec;
    private final Identities identities;
    private final AtomicInteger queued;
    private final TcpInfo info = new TcpInfo();
    private List<Ended> queue = new ArrayList<>();
    private long overflow;
    private long unreadable;
    private int dropsTold;
    private String failure = "";
    private volatile boolean dismissed;

    /** What was collected since the last time. @param lost notifications known to be missing @param failure why it ended, or empty */
    record Batch(List<Ended> ended, long lost, String failure) {}

    /**
     * @param shared the listener's buffer, which its thread alone uses
     * @param queued how many notifications wait in all of the listener's channels
     * @throws NativeException if the kernel refuses
     */
    DestroyChannel(Namespace namespace, int receiveBuffer, ByteBuffer shared, AtomicInteger queued) {
        this.queued = queued;
        socket = new NetlinkSocket(shared);
        codec = new InetDiagCodec(shared);
        identities = new Identities(namespace, new InterfaceNames(socket::interfaceName));
        boolean joined = false;
        try {
            socket.reserve(receiveBuffer);
            socket.join(ALL_GROUPS);
            joined = true;
        } finally {
            if (!joined) {
                socket.close();
            }
        }
    }

    int descriptor() {
        return socket.descriptor();
    }

    /** Reads what waits; of the listener's thread. */
    void fetch() {
        while (true) {
            int length = socket.receiveNow();
            if (length == -LibC.EAGAIN) {
                return;
            }
            if (length < 0 && length != -LibC.ENOBUFS && length != -LibC.EINTR) {
                throw new NativeException("recv", -length);
            }
            if (length > 0) {
                read(length);
            }
        }
    }

    private void read(int length) {
        codec.begin(length);
        for (InetDiagCodec.Kind kind = codec.next(); kind != InetDiagCodec.Kind.END; kind = codec.next()) {
            boolean known =
                    codec.protocol() == InetDiagCodec.IPPROTO_TCP || codec.protocol() == InetDiagCodec.IPPROTO_UDP;
            if (kind == InetDiagCodec.Kind.SOCKET && known) {
                enqueue(ended());
            }
        }
        if (codec.unreadable() > unreadable) {
            lose(codec.unreadable() - unreadable);
            unreadable = codec.unreadable();
        }
    }

    private synchronized void lose(long messages) {
        overflow += messages;
    }

    private Ended ended() {
        Protocol protocol = codec.protocol() == InetDiagCodec.IPPROTO_TCP ? Protocol.TCP : Protocol.UDP;
        info.read(codec);
        return new Ended(
                codec.cookie(),
                identities.tuple(protocol, codec),
                identities.scope(codec.interfaceIndex()),
                codec.hasRemoteAddress(),
                info.hasBytes && protocol == Protocol.TCP,
                info.hasSent,
                info.received,
                info.sent,
                info.acked,
                info.unacked);
    }

    private synchronized void enqueue(Ended ended) {
        if (queued.incrementAndGet() <= QUEUE_LIMIT) {
            queue.add(ended);
        } else {
            queued.decrementAndGet();
            overflow++;
        }
    }

    synchronized void fail(String why) {
        failure = why;
    }

    synchronized boolean works() {
        return failure.isEmpty();
    }

    /** Takes what was collected so far. One thread drains and dismisses. */
    Batch drain() {
        int drops = socket.drops();
        long missing = (drops - dropsTold) & 0xffff_ffffL;
        dropsTold = drops;
        return take(missing);
    }

    private synchronized Batch take(long missing) {
        Batch batch = new Batch(queue, missing + overflow, failure);
        queued.addAndGet(-queue.size());
        queue = new ArrayList<>();
        overflow = 0;
        return batch;
    }

    /** No more is wanted; the thread that may wait for it closes it. */
    void dismiss() {
        dismissed = true;
    }

    boolean isDismissed() {
        return dismissed;
    }

    void close() {
        take(0);
        socket.close();
    }
}
