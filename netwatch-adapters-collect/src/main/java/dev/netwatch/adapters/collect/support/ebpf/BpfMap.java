package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A hash map in the kernel that is read in batches. Not thread-safe. */
final class BpfMap implements AutoCloseable {
    private static final int BATCH = 4096;
    private static final int SMALLEST_BATCH_LEFT = 1;

    private final String name;
    private final int descriptor;
    private final int keySize;
    private final int capacity;
    private final Memory keys;
    private final Memory values;
    private final Memory position = new Memory(8);
    private final Memory key;
    private final ByteBuffer keyBuffer;
    private final ByteBuffer valueBuffer;

    /** Is told where an entry lies in the buffers. */
    interface Visitor {
        void entry(int index);
    }

    /** @throws BpfException if the kernel refuses */
    BpfMap(String name, int keySize, int valueSize, int entries) {
        this.name = name;
        this.keySize = keySize;
        this.capacity = Math.min(entries, BATCH) + SMALLEST_BATCH_LEFT;
        this.keys = new Memory((long) capacity * keySize);
        this.values = new Memory((long) capacity * valueSize);
        this.key = new Memory(keySize);
        this.keyBuffer = keys.getByteBuffer(0, keys.size()).order(ByteOrder.nativeOrder());
        this.valueBuffer = values.getByteBuffer(0, values.size()).order(ByteOrder.nativeOrder());
        this.descriptor = Bpf.createMap(name, Bpf.MAP_HASH, keySize, valueSize, entries, Bpf.NO_PREALLOC);
    }

    int descriptor() {
        return descriptor;
    }

    /** Keys of the batch being visited, in native order. */
    ByteBuffer keys() {
        return keyBuffer;
    }

    /** Values of the batch being visited, in native order. */
    ByteBuffer values() {
        return valueBuffer;
    }

    /** Visits each entry; one that comes or goes meanwhile is visited or not. @throws BpfException if reading fails */
    void forEach(Visitor visitor) {
        boolean first = true;
        int error = 0;
        while (error == 0) {
            int[] count = {capacity};
            error = Bpf.lookupBatch(descriptor, first ? null : position, position, keys, values, count);
            if (error != 0 && error != Libc.ENOENT) {
                throw new BpfException("bpf(MAP_LOOKUP_BATCH " + name + ")", error, "");
            }
            for (int i = 0; i < count[0]; i++) {
                visitor.entry(i);
            }
            first = false;
        }
    }

    /** Reads one entry into index 0 of the values. @return whether there is one */
    boolean lookup(long soughtKey) {
        key.setLong(0, soughtKey);
        int error = Bpf.lookup(descriptor, key, values);
        if (error != 0 && error != Libc.ENOENT) {
            throw new BpfException("bpf(MAP_LOOKUP_ELEM " + name + ")", error, "");
        }
        return error == 0;
    }

    /** @param bytes of the key; that the entry is gone already is no error */
    void delete(byte[] bytes) {
        key.write(0, bytes, 0, keySize);
        delete();
    }

    void delete(long goneKey) {
        key.setLong(0, goneKey);
        delete();
    }

    private void delete() {
        int error = Bpf.delete(descriptor, key);
        if (error != 0 && error != Libc.ENOENT) {
            throw new BpfException("bpf(MAP_DELETE_ELEM " + name + ")", error, "");
        }
    }

    @Override
    public void close() {
        Libc.close(descriptor);
        keys.close();
        values.close();
        key.close();
        position.close();
    }
}
