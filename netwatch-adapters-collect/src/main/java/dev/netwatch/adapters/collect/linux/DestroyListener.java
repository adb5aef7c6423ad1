package dev.netwatch.adapters.collect.linux;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * A thread of its own, because the kernel drops what nobody fetches: a burst of ten thousand closing sockets fills the
 * default buffer within 0.2 s. One thread for all namespaces: it parses and queues, and knows nothing of samples. What
 * waits is bounded for all of them together, and what does not fit is counted. Only this thread closes a channel, since
 * it may be waiting for it.
 */
/** Collects the kernel's notifications of freed sockets. */
final class DestroyListener implements AutoCloseable {
    private static final int DATAGRAM = 16 * 1024;
    private static final int EVENTFD_FLAGS = 0x80000 | 0x800;
    private static final int POLLFD = 8;
    private static final short POLLIN = 1;
    private static final Logger LOG = System.getLogger(DestroyListener.class.getName());

    private final ByteBuffer datagram = NetlinkSocket.buffer(DATAGRAM);
    private final AtomicInteger queued = new AtomicInteger();
    private final int wake;
    private final Thread thread;
    private final ByteBuffer event = NetlinkSocket.buffer(8);
    private final List<DestroyChannel> channels = new ArrayList<>();
    private List<DestroyChannel> polling = List.of();
    private ByteBuffer polled = NetlinkSocket.buffer(POLLFD);
    private volatile boolean closing;

    /** @throws NativeException if the kernel refuses */
    DestroyListener() {
        wake = NativeException.check("eventfd", LibC.eventfd(0, EVENTFD_FLAGS));
        thread = new Thread(this::listen, "netwatch-destroy");
        thread.setDaemon(true);
    }

    /**
     * Opens a channel for the namespace that the calling thread is in; it is read from now on.
     *
     * @throws NativeException if the kernel refuses
     */
    DestroyChannel open(Namespace namespace, int receiveBuffer) {
        DestroyChannel channel = new DestroyChannel(namespace, receiveBuffer, datagram, queued);
        synchronized (channels) {
            channels.add(channel);
        }
        interrupt();
        return channel;
    }

    /** Ends a channel; what it collected is lost. */
    void dismiss(DestroyChannel channel) {
        channel.dismiss();
        interrupt();
    }

    void start() {
        thread.start();
    }

    private void listen() {
        tellingWhyItEnds(() -> {
            while (!closing) {
                await();
                for (int i = 0; i < polling.size(); i++) {
                    if (polled.getShort(POLLFD * i + 6) != 0) {
                        fetch(polling.get(i));
                    }
                }
            }
        });
    }

    /** What is wrong with one namespace is no reason to leave the others. */
    private void fetch(DestroyChannel channel) {
        try {
            channel.fetch();
        } catch (NativeException e) {
            LOG.log(Level.WARNING, "notifications of closed sockets ended: " + e.getMessage());
            channel.fail(e.getMessage());
        }
    }

    /** Does the thread's work; if that ends before it was asked to, in whatever way, the next batches say so. */
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

    private void fail(String why) {
        synchronized (channels) {
            channels.forEach(channel -> channel.fail(why));
        }
    }

    private void await() {
        prepare();
        int ready = LibC.poll(LibC.address(polled), polling.size() + 1, -1);
        if (ready < 0 && LibC.errno() != LibC.EINTR) {
            throw new NativeException("poll", LibC.errno());
        }
        if (polled.getShort(POLLFD * polling.size() + 6) != 0) {
            LibC.read(wake, LibC.address(event), 8);
        }
    }

    /** Lays down what to wait for, the event last; closes what nobody wants any more. */
    private void prepare() {
        synchronized (channels) {
            channels.removeIf(channel -> {
                if (channel.isDismissed()) {
                    channel.close();
                }
                return channel.isDismissed();
            });
            polling = channels.stream().filter(DestroyChannel::works).toList();
        }
        int size = POLLFD * (polling.size() + 1);
        polled = polled.capacity() < size ? NetlinkSocket.buffer(2 * size) : polled;
        for (int i = 0; i <= polling.size(); i++) {
            int descriptor = i < polling.size() ? polling.get(i).descriptor() : wake;
            polled.putInt(POLLFD * i, descriptor)
                    .putShort(POLLFD * i + 4, POLLIN)
                    .putShort(POLLFD * i + 6, (short) 0);
        }
    }

    private void interrupt() {
        ByteBuffer one =
                ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).putLong(0, 1);
        LibC.write(wake, LibC.address(one), 8);
    }

    @Override
    public void close() {
        closing = true;
        interrupt();
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
        synchronized (channels) {
            channels.forEach(DestroyChannel::close);
            channels.clear();
        }
        LibC.close(wake);
    }
}
