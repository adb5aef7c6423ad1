package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R3;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R4;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/** What several programs do. By convention R6 is the context, and the stack below the frame pointer is laid out here. */
final class Snippets {
    /** The cookie, key of the sockets map. */
    static final int KEY = -8;

    /** Key of the single entry of an array. */
    static final int ZERO = -16;

    /** Where {@link #insertBlank} makes the record. */
    static final int BLANK = -384;

    private final Assembler asm;
    private final MapDescriptors maps;
    private final Features features;

    Snippets(Assembler asm, MapDescriptors maps, Features features) {
        this.asm = asm;
        this.maps = maps;
        this.features = features;
    }

    /** Keeps the context, and puts the socket's cookie where the key belongs; without one there is nothing to do. */
    void begin(Label allow) {
        asm.move(R6, R1)
                .call(Helper.GET_SOCKET_COOKIE)
                .jumpIf(R0, EQUAL, 0, allow)
                .store(Width.U64, R10, KEY, R0);
    }

    /** R0 = the socket's record, or 0. */
    void lookupSocket() {
        lookup(maps.sockets(), KEY);
    }

    /** R0 = the entry whose key lies at {@code key} on the stack, or 0. */
    void lookup(int map, int key) {
        asm.loadMap(R1, map).move(R2, R10).add(R2, key).call(Helper.MAP_LOOKUP_ELEM);
    }

    /** Inserts what lies on the stack, unless another processor was quicker. */
    void insert(int map, int key, int value) {
        asm.loadMap(R1, map)
                .move(R2, R10)
                .add(R2, key)
                .move(R3, R10)
                .add(R3, value)
                .move(R4, Bpf.NO_EXIST)
                .call(Helper.MAP_UPDATE_ELEM);
    }

    /** Makes an empty record with its time of birth on the stack. */
    void blank() {
        zero(BLANK, SocketLayout.SIZE);
        asm.call(Helper.KTIME_GET_NS).store(Width.U64, R10, BLANK + SocketLayout.FIRST_SEEN_AT, R0);
    }

    void zero(int from, int bytes) {
        for (int offset = 0; offset < bytes; offset += 8) {
            asm.store(Width.U64, R10, from + offset, 0);
        }
    }

    /** R9 = the socket's record, inserted if need be; jumps to {@code lost} where there is no room. */
    void findOrInsert(Label lost) {
        Label found = new Label("record");
        lookupSocket();
        asm.jumpIf(R0, NOT_EQUAL, 0, found);
        blank();
        insert(maps.sockets(), KEY, BLANK);
        lookupSocket();
        asm.jumpIf(R0, EQUAL, 0, lost).bind(found).move(R9, R0);
    }

    /** Counts an update that found no room, so that it is told. */
    void countLoss(int counter, Label allow) {
        asm.store(Width.U32, R10, ZERO, 0);
        lookup(maps.losses(), ZERO);
        asm.jumpIf(R0, EQUAL, 0, allow).move(R1, 1).atomicAdd(R0, counter, R1).jump(allow);
    }

    /** R0 = number of the running process. */
    void currentProcess() {
        asm.call(Helper.GET_CURRENT_PID_TGID).shiftRight(R0, 32);
    }

    /** Writes user and name of the running process into a record. */
    void nameCurrent(Register base, int record, int uidField) {
        asm.call(Helper.GET_CURRENT_UID_GID).store(Width.U32, base, record + uidField, R0);
        if (features.commandNames()) {
            asm.move(R1, base)
                    .add(R1, record + SocketLayout.COMMAND)
                    .move(R2, SocketLayout.COMMAND_SIZE)
                    .call(Helper.GET_CURRENT_COMM);
        }
    }

    /** Writes user, name, namespace and cgroup of the running process into a record. */
    void describeCurrent(Register base, int record, int uidField) {
        nameCurrent(base, record, uidField);
        asm.move(R1, R6).call(Helper.GET_NETNS_COOKIE).store(Width.U64, base, record + SocketLayout.NETNS_COOKIE, R0);
        if (features.cgroupOfCurrent()) {
            asm.call(Helper.GET_CURRENT_CGROUP_ID).store(Width.U64, base, record + SocketLayout.CGROUP_ID, R0);
        }
    }

    /** The end of every program: whatever happened above, the packet passes and the call goes on. */
    void allow(Label allow) {
        asm.bind(allow).move(R0, 1).exit();
    }
}
