package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R7;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R8;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/*
 * R6 context, R7 length from the IP header on, R8 GSO segments, R9 length of all headers; after counting, R7 is the
 * payload and R9 the record. A packet's headers are read in place where the kernel allows it (PacketHeader); what is
 * rare (first packet of a socket, another UDP remote) is out of the straight line.
 */
/** Per packet of a socket, received or sent: counts payload, segments and wire bytes, and notes what came by. */
final class PacketProgram {
    static final int TCP = 6;
    static final int UDP = 17;

    /** The bytes 0, 0, 0xff, 0xff of an IPv4-mapped address as a little-endian word. */
    static final int MAPPED = 0xffff_0000;

    private static final int CONTEXT_LENGTH = 0;
    private static final int CONTEXT_SEGMENTS = 164;

    private final Assembler asm = new Assembler();
    private final MapDescriptors maps;
    private final Features features;
    private final Snippets snippets;
    private final boolean sent;
    private final Label allow = new Label("allow");
    private final Label place = new Label("place");
    private final Label placed = new Label("placed");
    private final Label udp = new Label("udp");
    private final Label lostSocket = new Label("lost_socket");
    private final Label lostPeer = new Label("lost_peer");

    private PacketProgram(Hook hook, MapDescriptors maps, Features features) {
        this.maps = maps;
        this.features = features;
        this.snippets = new Snippets(asm, maps, features);
        this.sent = hook == Hook.EGRESS;
    }

    static Code assemble(Hook hook, MapDescriptors maps, Features features) {
        return new PacketProgram(hook, maps, features).assemble();
    }

    private Code assemble() {
        Label have = new Label("have");
        snippets.begin(allow);
        lengths();
        new PacketHeader(asm, sent, features.directAccess()).parse(have, allow);
        asm.bind(have);
        findOrInsert();
        asm.load(Width.U8, R1, R0, SocketLayout.PLACED)
                .jumpIf(R1, EQUAL, 0, place)
                .bind(placed);
        count();
        asm.load(Width.U8, R1, R10, PacketHeader.PROTOCOL).jumpIf(R1, EQUAL, UDP, udp);
        tcp();
        asm.jump(allow);
        udp();
        place();
        losses();
        snippets.allow(allow);
        return asm.assemble();
    }

    private void lengths() {
        Label single = new Label("gso");
        asm.load(Width.U32, R7, R6, CONTEXT_LENGTH)
                .load(Width.U32, R8, R6, CONTEXT_SEGMENTS)
                .jumpIf(R8, NOT_EQUAL, 0, single)
                .move(R8, 1)
                .bind(single);
    }

    private void findOrInsert() {
        Label found = new Label("found");
        snippets.lookupSocket();
        asm.jumpIf(R0, NOT_EQUAL, 0, found);
        snippets.blank();
        if (features.netnsInPackets()) {
            asm.move(R1, R6)
                    .call(Helper.GET_NETNS_COOKIE)
                    .store(Width.U64, R10, Snippets.BLANK + SocketLayout.NETNS_COOKIE, R0);
        }
        if (features.cgroupInPackets()) {
            asm.move(R1, R6)
                    .call(Helper.SKB_CGROUP_ID)
                    .store(Width.U64, R10, Snippets.BLANK + SocketLayout.CGROUP_ID, R0);
        }
        snippets.insert(maps.sockets(), Snippets.KEY, Snippets.BLANK);
        snippets.lookupSocket();
        asm.jumpIf(R0, EQUAL, 0, lostSocket).bind(found);
    }

    /** Payload is what is not header; on the wire each GSO segment has headers of its own. */
    private void count() {
        int base = sent ? SocketLayout.SENT : SocketLayout.RECEIVED;
        asm.move(R1, R7)
                .subtract(R1, R9)
                .atomicAdd(R0, base + SocketLayout.PAYLOAD, R1)
                .atomicAdd(R0, base + SocketLayout.PACKETS, R8)
                .move(R2, R8)
                .add(R2, -1)
                .multiply(R2, R9)
                .add(R2, R7)
                .atomicAdd(R0, base + SocketLayout.WIRE, R2)
                .move(R7, R1)
                .move(R9, R0);
    }

    private void tcp() {
        int flags = sent ? SocketLayout.SENT_FLAGS : SocketLayout.RECEIVED_FLAGS;
        Label seen = new Label("flags_seen");
        asm.load(Width.U8, R1, R10, PacketHeader.FLAGS)
                .load(Width.U16, R2, R9, flags)
                .or(R1, R2)
                .jumpIf(R1, EQUAL, R2, seen)
                .store(Width.U16, R9, flags, R1)
                .bind(seen);
        new SequenceCount(asm, sent).count(allow);
        if (sent && features.currentInPackets()) {
            speaker();
        }
    }

    /** Data mostly leaves while its sender runs: a second witness for accepted sockets, which no hook names. */
    private void speaker() {
        asm.load(Width.U32, R1, R9, SocketLayout.SPEAKER).jumpIf(R1, NOT_EQUAL, 0, allow);
        snippets.currentProcess();
        asm.store(Width.U32, R9, SocketLayout.SPEAKER, R0);
    }

    /** The first remote's traffic is the record's; what goes to others is counted for each of them besides. */
    private void udp() {
        Label adopt = new Label("adopt");
        Label other = new Label("other_peer");
        asm.bind(udp);
        if (sent && features.currentInPackets()) {
            sender();
        }
        asm.load(Width.U8, R1, R9, SocketLayout.REMOTE_KNOWN).jumpIf(R1, EQUAL, 0, adopt);
        for (int half = 0; half < 16; half += 8) {
            asm.load(Width.U64, R1, R10, PacketHeader.PEER + PeerLayout.ADDRESS + half)
                    .load(Width.U64, R2, R9, SocketLayout.REMOTE_ADDRESS + half)
                    .jumpIf(R1, NOT_EQUAL, R2, other);
        }
        asm.load(Width.U32, R1, R10, PacketHeader.PEER + PeerLayout.PORT)
                .load(Width.U16, R2, R9, SocketLayout.REMOTE_PORT)
                .jumpIf(R1, EQUAL, R2, allow)
                .bind(other);
        countPeer();
        asm.bind(adopt);
        for (int half = 0; half < 16; half += 8) {
            asm.load(Width.U64, R1, R10, PacketHeader.PEER + PeerLayout.ADDRESS + half)
                    .store(Width.U64, R9, SocketLayout.REMOTE_ADDRESS + half, R1);
        }
        asm.load(Width.U32, R1, R10, PacketHeader.PEER + PeerLayout.PORT)
                .store(Width.U16, R9, SocketLayout.REMOTE_PORT, R1)
                .store(Width.U8, R9, SocketLayout.REMOTE_KNOWN, 1)
                .jump(allow);
    }

    /** A datagram leaves while its sender runs. Who sends first is the owner; no hook at sendmsg(2) is needed then. */
    private void sender() {
        Label known = new Label("sender_known");
        asm.load(Width.U8, R1, R9, SocketLayout.ADDRESSED)
                .jumpIf(R1, NOT_EQUAL, 0, known)
                .store(Width.U8, R9, SocketLayout.ADDRESSED, 1);
        snippets.currentProcess();
        asm.store(Width.U32, R9, SocketLayout.OWNER, R0);
        snippets.nameCurrent(R9, 0, SocketLayout.OWNER_UID);
        asm.bind(known);
    }

    private void countPeer() {
        int base = sent ? PeerLayout.SENT : PeerLayout.RECEIVED;
        Label found = new Label("peer");
        asm.load(Width.U64, R1, R10, Snippets.KEY).store(Width.U64, R10, PacketHeader.PEER + PeerLayout.COOKIE, R1);
        snippets.lookup(maps.peers(), PacketHeader.PEER);
        asm.jumpIf(R0, NOT_EQUAL, 0, found);
        snippets.zero(Snippets.BLANK, PeerLayout.SIZE);
        int first = sent ? SocketLayout.SENT_FIRST : SocketLayout.RECEIVED_FIRST;
        asm.store(Width.U8, R10, Snippets.BLANK + PeerLayout.FIRST, first);
        snippets.insert(maps.peers(), PacketHeader.PEER, Snippets.BLANK);
        snippets.lookup(maps.peers(), PacketHeader.PEER);
        asm.jumpIf(R0, EQUAL, 0, lostPeer)
                .bind(found)
                .atomicAdd(R0, base + PeerLayout.PAYLOAD, R7)
                .atomicAdd(R0, base + PeerLayout.PACKETS, R8)
                .jump(allow);
    }

    private void place() {
        asm.bind(place);
        new SocketPlace(asm, sent).write(placed);
    }

    private void losses() {
        asm.bind(lostSocket);
        snippets.countLoss(MapDescriptors.LOST_SOCKETS, allow);
        asm.bind(lostPeer);
        snippets.countLoss(MapDescriptors.LOST_PEERS, allow);
    }
}
