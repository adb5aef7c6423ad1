package dev.netwatch.adapters.collect.support.ebpf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs programs without a kernel: the instructions that {@link Assembler} writes and the helpers that the packet
 * programs call, on maps of its own. An address is a region's number and an offset in it; reading beyond a region throws.
 */
final class BpfMachine {
    static final MapDescriptors MAPS = new MapDescriptors(101, 102, 103);

    private static final int STACK = 512;

    private final List<ByteBuffer> regions = new ArrayList<>();
    private final Map<Integer, Map<ByteBuffer, Long>> maps = new HashMap<>();
    private final Map<Integer, Long> context = new HashMap<>();
    private final long[] registers = new long[11];
    private final long cookie;
    private byte[] packet = {};
    private long contextAddress;

    BpfMachine(long cookie) {
        this.cookie = cookie;
        Map<ByteBuffer, Long> losses = new HashMap<>();
        losses.put(ByteBuffer.allocate(4), region(new byte[MapDescriptors.LOSSES_SIZE]));
        maps.put(MAPS.losses(), losses);
        maps.put(MAPS.sockets(), new HashMap<>());
        maps.put(MAPS.peers(), new HashMap<>());
    }

    /** A field of the context, read at its offset whatever the width. */
    BpfMachine with(int contextOffset, long value) {
        context.put(contextOffset, value);
        return this;
    }

    /** Shows the packet to a program. @return what the program returned */
    long run(Code code, byte[] bytes, int segments) {
        packet = bytes;
        long data = region(bytes);
        contextAddress = region(new byte[0]);
        with(0, bytes.length).with(164, segments).with(76, data).with(80, data + bytes.length);
        registers[1] = contextAddress;
        registers[10] = region(new byte[STACK]) + STACK;
        int at = 0;
        while (code.instructions().get(at).opcode() != Instruction.EXIT) {
            at = step(code, at);
        }
        return registers[0];
    }

    /** The record of the one socket. */
    SocketRecord socket() {
        long address = maps.get(MAPS.sockets()).values().iterator().next();
        return new SocketRecord(regions.get((int) (address >>> 32))).at(0, cookie);
    }

    int peers() {
        return maps.get(MAPS.peers()).size();
    }

    private long region(byte[] bytes) {
        regions.add(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return (long) (regions.size() - 1) << 32;
    }

    private int step(Code code, int at) {
        Instruction now = code.instructions().get(at);
        int to = now.destination().ordinal();
        switch (now.opcode()) {
            case Instruction.LOAD_64 -> {
                registers[to] = now.immediate();
                return at + 2;
            }
            case Instruction.CALL -> registers[0] = call(Helper.nameOf(now.immediate()));
            case Instruction.JUMP -> {
                return at + 1 + now.offset();
            }
            case Instruction.ATOMIC_64 -> {
                long address = registers[to] + now.offset();
                write(address, Width.U64, read(address, Width.U64) + registers[now.source()]);
            }
            case Instruction.TO_BIG_ENDIAN ->
                registers[to] = now.immediate() == 16
                        ? Short.reverseBytes((short) registers[to]) & 0xffffL
                        : Integer.reverseBytes((int) registers[to]) & 0xffff_ffffL;
            default -> {
                return at + 1 + (plain(now, to) ? now.offset() : 0);
            }
        }
        return at + 1;
    }

    /** @return whether to jump */
    private boolean plain(Instruction now, int to) {
        long operand = (now.opcode() & 8) != 0 ? registers[now.source()] : now.immediate();
        switch (now.opcode() & 7) {
            case 1 -> registers[to] = read(registers[now.source()] + now.offset(), Width.of(now.opcode()));
            case 2 -> write(registers[to] + now.offset(), Width.of(now.opcode()), now.immediate());
            case 3 -> write(registers[to] + now.offset(), Width.of(now.opcode()), registers[now.source()]);
            case 5 -> {
                return jumps(now.opcode() & 0xf0, registers[to], operand);
            }
            default -> registers[to] = compute(now.opcode() & 0xf0, registers[to], operand);
        }
        return false;
    }

    private static boolean jumps(int condition, long left, long right) {
        return switch (condition) {
            case 0x10 -> left == right;
            case 0x20 -> Long.compareUnsigned(left, right) > 0;
            case 0x30 -> Long.compareUnsigned(left, right) >= 0;
            case 0x40 -> (left & right) != 0;
            case 0x50 -> left != right;
            case 0x70 -> left >= right;
            case 0xd0 -> left <= right;
            default -> throw new IllegalStateException("condition " + condition);
        };
    }

    private static long compute(int operation, long left, long right) {
        return switch (operation) {
            case 0x00 -> left + right;
            case 0x10 -> left - right;
            case 0x20 -> left * right;
            case 0x40 -> left | right;
            case 0x50 -> left & right;
            case 0x60 -> left << right;
            case 0x70 -> left >>> right;
            case 0xb0 -> right;
            case 0xc0 -> left >> right;
            default -> throw new IllegalStateException("operation " + operation);
        };
    }

    private long read(long address, Width width) {
        int offset = (int) address;
        if (address >>> 32 == contextAddress >>> 32) {
            return context.getOrDefault(offset, 0L);
        }
        ByteBuffer region = regions.get((int) (address >>> 32));
        return switch (width) {
            case U8 -> region.get(offset) & 0xffL;
            case U16 -> region.getShort(offset) & 0xffffL;
            case U32 -> region.getInt(offset) & 0xffff_ffffL;
            case U64 -> region.getLong(offset);
        };
    }

    private void write(long address, Width width, long value) {
        ByteBuffer region = regions.get((int) (address >>> 32));
        int offset = (int) address;
        switch (width) {
            case U8 -> region.put(offset, (byte) value);
            case U16 -> region.putShort(offset, (short) value);
            case U32 -> region.putInt(offset, (int) value);
            default -> region.putLong(offset, value);
        }
    }

    private long call(String helper) {
        return switch (helper) {
            case "get_socket_cookie" -> cookie;
            case "map_lookup_elem" -> map().getOrDefault(copy(registers[2], keySize()), 0L);
            case "map_update_elem" -> {
                int size = (int) registers[1] == MAPS.sockets() ? SocketLayout.SIZE : PeerLayout.SIZE;
                map().put(
                                copy(registers[2], keySize()),
                                region(copy(registers[3], size).array()));
                yield 0;
            }
            case "skb_load_bytes" -> loadBytes((int) registers[2], registers[3], (int) registers[4]);
            case "ktime_get_ns" -> 1;
            case "get_current_pid_tgid" -> 42L << 32 | 43;
            default -> 0;
        };
    }

    private Map<ByteBuffer, Long> map() {
        return maps.get((int) registers[1]);
    }

    private int keySize() {
        int map = (int) registers[1];
        return map == MAPS.peers() ? PeerLayout.KEY_SIZE : map == MAPS.sockets() ? SocketLayout.KEY_SIZE : 4;
    }

    private ByteBuffer copy(long address, int size) {
        byte[] bytes = new byte[size];
        regions.get((int) (address >>> 32)).get((int) address, bytes);
        return ByteBuffer.wrap(bytes);
    }

    private long loadBytes(int offset, long to, int length) {
        if (offset < 0 || offset + length > packet.length) {
            return -14;
        }
        regions.get((int) (to >>> 32)).put((int) to, packet, offset, length);
        return 0;
    }
}
