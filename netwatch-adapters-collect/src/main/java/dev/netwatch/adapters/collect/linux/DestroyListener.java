package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Protocol;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/*
 * A thread of its own, because the kernel drops what nobody fetches: a burst of ten thousand closing sockets fills the
 * default buffer within 0.2 s. It parses and queues, and knows nothing of samples; the queue is bounded, and what does
 * not fit is counted.
 */
/** Collects the kernel's notifications of freed sockets. */
final class DestroyListener implements AutoCloseable {
    /* SKNLGRP_INET_TCP_DESTROY, INET_UDP, INET6_TCP, INET6_UDP. */
    private static final int ALL_GROUPS = 0xf;
    private static final int DATAGRAM = 16 * 1024;
    private static final int QUEUE_LIMIT = 100_000;
    private static final int EVENTFD_FLAGS = 0x80000 | 0x800;
    private static final short POLLIN = 1;
    private static final Logger LOG = System.getLogger(DestroyListener.class.getName());

    private final NetlinkSocket socket;
    private final InetDiagCodec codec;
    private final Identities identities;
    private final TcpInfo info = new TcpInfo();
    private final int stop;
    private final Thread thread;
    private final ByteBuffer polled = ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
    private List<Ended> queue = new ArrayList<>();
    private long overflow;
    private long unreadable;
    private int dropsTold;
    private String failure = "";
    private volatile boolean closing;

    /** What was collected since the last time. @param lost notifications known to be missing @param failure why it ended, or empty */
    record Batch(List<Ended> ended, long lost, String failure) {}

    /** @throws NativeException if the kernel refuses */
    DestroyListener(Namespace namespace, int receiveBuffer) {
        identities = new Identities(namespace);
        socket = new NetlinkSocket(DATAGRAM);
        codec = new InetDiagCodec(socket.buffer());
        int eventDescriptor = -1;
        try {
            socket.reserve(receiveBuffer);
            socket.join(ALL_GROUPS);
            eventDescriptor = NativeException.check("eventfd", LibC.eventfd(0, EVENTFD_FLAGS));
        } finally {
            if (eventDescriptor < 0) {
                socket.close();
            }
        }
        stop = eventDescriptor;
        thread = new Thread(this::listen, "netwatch-destroy");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void listen() {
        tellingWhyItEnds(() -> {
            while (awaitMessage()) {
                fetch();
            }
        });
    }

    /** Does the thread's work; if that ends before it was asked to, in whatever way, the next batch says so. */
    void tellingWhyItEnds(Runnable work) {
        String why = "internal error, see the log";
        try {
            work.run();
            why = "nobody reads them any more";
        } catch (NativeException e) {
            LOG.log(Level.WARNING, "notifications of closed sockets ended: " + e.getMessage());
            why = e.getMessage();
        } catch (RuntimeException | Error bug) {
            LOG.log(Level.ERROR, "notifications of closed sockets broke down", bug);
        } finally {
            if (!closing) {
                fail(why);
            }
        }
    }

    private synchronized void fail(String why) {
        failure = why;
    }

    /** @return false when it is time to end */
    private boolean awaitMessage() {
        polled.putInt(0, socket.descriptor()).putShort(4, POLLIN).putShort(6, (short) 0);
        polled.putInt(8, stop).putShort(12, POLLIN).putShort(14, (short) 0);
        int ready = LibC.poll(LibC.address(polled), 2, -1);
        if (ready < 0 && LibC.errno() != LibC.EINTR) {
            throw new NativeException("poll", LibC.errno());
        }
        return polled.getShort(14) == 0;
    }

    private void fetch() {
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
        if (queue.size() < QUEUE_LIMIT) {
            queue.add(ended);
        } else {
            overflow++;
        }
    }

    /** Takes what was collected so far. One thread drains and closes. */
    Batch drain() {
        int drops = socket.drops();
        long missing = (drops - dropsTold) & 0xffff_ffffL;
        dropsTold = drops;
        return take(missing);
    }

    private synchronized Batch take(long missing) {
        Batch batch = new Batch(queue, missing + overflow, failure);
        queue = new ArrayList<>();
        overflow = 0;
        return batch;
    }

    @Override
    public void close() {
        closing = true;
        wake(stop);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        socket.close();
        LibC.close(stop);
    }

    private static void wake(int event) {
        ByteBuffer one =
                ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).putLong(0, 1);
        LibC.write(event, LibC.address(one), 8);
    }
}
