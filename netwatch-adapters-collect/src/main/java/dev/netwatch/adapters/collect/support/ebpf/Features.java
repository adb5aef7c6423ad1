package dev.netwatch.adapters.collect.support.ebpf;

/**
 * What this kernel lets this user's programs do; each program comes in a variant without.
 *
 * @param directAccess read packets in place, at offsets found in them; needs CAP_PERFMON
 * @param commandNames ask for the name of the running thread; needs CAP_PERFMON
 * @param currentInPackets ask in packet programs which process runs, and its name; Linux 6.10
 * @param netnsInPackets ask in packet programs for the network namespace; Linux 6.16
 * @param cgroupInPackets ask in packet programs for the socket's cgroup
 * @param cgroupOfCurrent ask for the cgroup of the running process
 */
record Features(
        boolean directAccess,
        boolean commandNames,
        boolean currentInPackets,
        boolean netnsInPackets,
        boolean cgroupInPackets,
        boolean cgroupOfCurrent) {
    static final Features ALL = new Features(true, true, true, true, true, true);
    static final Features NONE = new Features(false, false, false, false, false, false);
}
