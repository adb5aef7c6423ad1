package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.netwatch.domain.connection.Container;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/* Paths as published in bug reports, documentation and tests of the engines and of tools that watch them. */
class ControlGroupTest {
    private static final String NONE = "-";

    @ParameterizedTest
    @CsvSource({
        // docker with systemd, with cgroupfs, and within docker
        "/system.slice/docker-9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d.scope, docker"
                + " 9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d -",
        "/docker/7e844a947116714d8576372366bde54cd4bb15a62d732437781b41a6fec56ccc, docker"
                + " 7e844a947116714d8576372366bde54cd4bb15a62d732437781b41a6fec56ccc -",
        "/docker/7e844a947116714d8576372366bde54cd4bb15a62d732437781b41a6fec56ccc/docker/9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d/init.scope,"
                + " docker 9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d -",
        "/user.slice/user-1000.slice/user@1000.service/user.slice/docker-9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d.scope,"
                + " docker 9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d -",
        // Kubernetes: kubeadm with systemd, guaranteed pods, cgroupfs, kind in docker, containerd 1 with a cgroupfs
        // path
        "/kubepods.slice/kubepods-besteffort.slice/kubepods-besteffort-pod729d2f46_480d_4796_a76c_e227e2671d31.slice/cri-containerd-bd6fe092f10330edc4ad6e283948c2ef1a455af0b5063b90b2b37d3d850d6690.scope,"
                + " containerd bd6fe092f10330edc4ad6e283948c2ef1a455af0b5063b90b2b37d3d850d6690 729d2f46-480d-4796-a76c-e227e2671d31",
        "/kubepods.slice/kubepods-pod0b7632a2_a56e_4278_987a_22de18008dbe.slice/crio-0bc5eac79e3ae7a0c2651f14722aa10fa333eb2325c2ca97da33aa284cda81b0.scope/container,"
                + " cri-o 0bc5eac79e3ae7a0c2651f14722aa10fa333eb2325c2ca97da33aa284cda81b0 0b7632a2-a56e-4278-987a-22de18008dbe",
        "/kubepods/burstable/pod099b88fb-2a99-45ad-af94-d91eb81a87e9/ee8247ebce1c2d2a855e27e5de33b61c385f92ecbfb32387aabc9eb56c47b7e7,"
                + " kubernetes ee8247ebce1c2d2a855e27e5de33b61c385f92ecbfb32387aabc9eb56c47b7e7 099b88fb-2a99-45ad-af94-d91eb81a87e9",
        "/kubepods/besteffort/poda1b2c3d4e5f60718293a4b5c6d7e8f90/4f797c539e6c745de61a93ca3ff892358ecbcaccd8414d5db545c38428142970,"
                + " kubernetes 4f797c539e6c745de61a93ca3ff892358ecbcaccd8414d5db545c38428142970 a1b2c3d4e5f60718293a4b5c6d7e8f90",
        "/docker/7e844a947116714d8576372366bde54cd4bb15a62d732437781b41a6fec56ccc/kubelet.slice/kubelet-kubepods.slice/kubelet-kubepods-besteffort.slice/kubelet-kubepods-besteffort-pod1c5d0bde_130b_4784_a547_f45e619f2514.slice/cri-containerd-bd6fe092f10330edc4ad6e283948c2ef1a455af0b5063b90b2b37d3d850d6690.scope,"
                + " containerd bd6fe092f10330edc4ad6e283948c2ef1a455af0b5063b90b2b37d3d850d6690 1c5d0bde-130b-4784-a547-f45e619f2514",
        "/system.slice/containerd.service/kubepods-burstable-pod83b090de_9676_407c_99aa_d33dc6aa0c0d.slice:cri-containerd:18b2adc8507104e412c946bec11679590801f547eee513fa298054f14fbf4240,"
                + " containerd 18b2adc8507104e412c946bec11679590801f547eee513fa298054f14fbf4240 83b090de-9676-407c-99aa-d33dc6aa0c0d",
        "/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod0b7632a2_a56e_4278_987a_22de18008dbe.slice/crio-conmon-0bc5eac79e3ae7a0c2651f14722aa10fa333eb2325c2ca97da33aa284cda81b0.scope, -",
        // podman of root and of a user, and the process beside the container
        "/machine.slice/libpod-6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394.scope/container,"
                + " podman 6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394 -",
        "/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394.scope/container,"
                + " podman 6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394 -",
        "/system.slice/web.service/libpod-payload-6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394,"
                + " podman 6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394 -",
        "/machine.slice/libpod-conmon-6dd05e91f00f99281f70b1fd90a29e5cc30b0dab243cb7cfb6153d8017872394.scope, -",
        // lxc, incus, libvirt, machined
        "/lxc.payload.web-01/system.slice/postfix.service, lxc web-01 -",
        "/lxc.payload.instance1/init.scope, lxc instance1 -",
        "/lxc.payload/101/ns/system.slice/ssh.service, lxc 101 -",
        "/lxc/web/ns, lxc web -",
        "/lxc.monitor.web, -",
        "/machine.slice/machine-lxc\\x2d2417\\x2ddb.scope/emulator, lxc db -",
        "/machine.slice/machine-qemu\\x2d1\\x2dvm.scope/libvirt/emulator, -",
        "/machine.slice/machine-debian\\x2dtree.scope/payload, systemd-nspawn debian-tree -",
        "/machine.slice/systemd-nspawn@jammy.service/payload/system.slice/console-getty.service, systemd-nspawn jammy -",
        "/machine.slice/systemd-nspawn@web.service/supervisor, -",
        // sandboxed applications
        "/user.slice/user-1000.slice/user@1000.service/app.slice/app-flatpak-org.mozilla.firefox-2971616599.scope, flatpak org.mozilla.firefox -",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/snap.firefox.firefox-8d3f1834-c397-4085-b29d-3b2538c9ff4e.scope, snap firefox -",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/snap.firefox.firefox.7d9b4142-0288-47c3-a5f6-ab77b8803604.scope, snap firefox -",
        "/system.slice/snap.lxd.daemon.service, snap lxd -",
        // an id below a group that somebody named; seen from another cgroup namespace
        "/actions_job/4f797c539e6c745de61a93ca3ff892358ecbcaccd8414d5db545c38428142970, other 4f797c539e6c745de61a93ca3ff892358ecbcaccd8414d5db545c38428142970 -",
        "/../../system.slice/docker-9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d.scope, docker"
                + " 9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d -",
        // no containers
        "/, -",
        "/init.scope, -",
        "/system.slice/docker.service, -",
        "/system.slice/docker-9ec39b91f3d7.scope, -",
        "/user.slice/user-1000.slice/session-3.scope, -",
        "/system.slice/system-postgresql.slice/postgresql@15-main.service, -",
        "/kubepods.slice, -",
    })
    void findsTheContainer(String path, String expected) {
        assertEquals(
                expected,
                ControlGroup.parse(path).container().map(ControlGroupTest::text).orElse(NONE));
    }

    private static String text(Container container) {
        return container.engine().label() + " " + container.id() + " "
                + container.pod().orElse(NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "/system.slice/ssh.service, ssh.service",
        "/system.slice/system-postgresql.slice/postgresql@15-main.service, postgresql@15-main.service",
        "/user.slice/user-1000.slice/session-3.scope, session-3.scope",
        "/user.slice/user-1000.slice/user@1000.service/app.slice/foo.service, foo.service",
        "/lxc.payload.web-01/system.slice/postfix.service, postfix.service",
        "/machine.slice/systemd-nspawn@a\\x2db.service/payload, systemd-nspawn@a\\x2db.service",
        "/init.scope, init.scope",
        "/user.slice/user-1000.slice, -",
        "/, -",
    })
    void findsTheInnermostUnit(String path, String unit) {
        assertEquals(unit, ControlGroup.parse(path).unit().orElse(NONE));
    }

    @Test
    void ofBothVersionsTheTreeOfSystemdNamesTheUnitAndAnyTheContainer() {
        String id = "4f797c539e6c745de61a93ca3ff892358ecbcaccd8414d5db545c38428142970";
        Place hybrid =
                ProcessPlaces.parse("12:pids:/docker/" + id + "\n1:name=systemd:/system.slice/a.service\n0::/\n");
        assertEquals("docker " + id + " -", text(hybrid.container().orElseThrow()));
        assertEquals("a.service", hybrid.unit().orElseThrow());
        assertEquals(
                "b.service",
                ProcessPlaces.parse("1:name=systemd:/a.service\n0::/b.service\n")
                        .unit()
                        .orElseThrow());
    }

    @Test
    void linesThatAreNoneSayNothing() {
        assertEquals(Place.UNKNOWN, ProcessPlaces.parse(""));
        assertEquals(Place.UNKNOWN, ProcessPlaces.parse("0:\n:\n\n0::\n"));
    }

    /** Whoever may make a group may name it, so that any text must do. */
    @Test
    void anyTextIsReadWithoutComplaint() {
        Random random = new Random(20261122);
        String[] pieces = {
            "docker",
            "-",
            "0123456789abcdef".repeat(4),
            ".scope",
            ".service",
            ".slice",
            "/",
            "\\x2d",
            "\\x",
            "pod",
            "kubepods",
            "lxc.payload.",
            "machine-",
            "systemd-nspawn@",
            "supervisor",
            ":",
            "snap.",
            "app-flatpak-",
            "7",
            "\u0000",
            "\n",
            "é",
            "lxc",
            ".",
            "..",
            "0::"
        };
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("/");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertNotNull(ControlGroup.parse(text.toString()));
            found += ProcessPlaces.parse(text.toString()).container().isPresent() ? 1 : 0;
        }
        assertEquals(true, found > 1_000, found + " containers");
    }
}
