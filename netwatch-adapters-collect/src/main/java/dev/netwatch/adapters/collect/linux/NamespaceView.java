package dev.netwatch.adapters.collect.linux;

import java.util.Optional;

/** What the socket tables know of namespaces and places, for those who know sockets by the kernel's numbers only. */
interface NamespaceView {
    /** The namespace netwatch runs in. */
    Namespace home();

    /** The other namespace with this cookie, if its table is read. @param cookie 0 for unknown */
    Optional<Namespace> withCookie(long cookie);

    /**
     * Where a socket is held.
     *
     * @param pid of its owner, 0 for unknown
     * @param cgroup id of the control group it was made in, 0 for unknown
     * @param elsewhere its namespace, if that is another than netwatch's
     */
    Place place(int pid, long cgroup, Optional<Namespace> elsewhere);

    /** Where nothing is known but where netwatch runs. */
    static NamespaceView alone(Namespace here) {
        return new NamespaceView() {
            @Override
            public Namespace home() {
                return here;
            }

            @Override
            public Optional<Namespace> withCookie(long cookie) {
                return Optional.empty();
            }

            @Override
            public Place place(int pid, long cgroup, Optional<Namespace> elsewhere) {
                return Place.UNKNOWN;
            }
        };
    }
}
