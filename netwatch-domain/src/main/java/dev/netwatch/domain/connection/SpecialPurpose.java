package dev.netwatch.domain.connection;

import java.util.List;

/** The blocks that IANA's special-purpose registries keep from being given to anybody. */
final class SpecialPurpose {
    private record Block(IpAddress network, int bits) {
        static Block of(String network, int bits) {
            return new Block(IpAddress.parse(network), bits);
        }
    }

    private static final List<Block> BLOCKS = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            Block.of("2001:db8::", 32),
            Block.of("3fff::", 20));
    /** All that is routed of IPv6 lies here; unique local, link-local, multicast and the rest do not. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private SpecialPurpose() {}

    static boolean isPublic(IpAddress address) {
        if (!address.isV4() && !address.isIn(GLOBAL_UNICAST.network(), GLOBAL_UNICAST.bits())) {
            return false;
        }
        return BLOCKS.stream().noneMatch(block -> address.isIn(block.network(), block.bits()));
    }
}
