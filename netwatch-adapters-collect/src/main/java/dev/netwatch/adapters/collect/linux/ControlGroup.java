package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Container.Engine;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * Engines nest (a cluster in docker, docker in a pod), and the innermost says best what a process is; so each component
 * from the root on may replace what was found before. What supervises a container from outside (conmon, nspawn's
 * supervisor) has a group beside it with a name of its own, and is not inside.
 */
/**
 * Reads what the path of a control group tells: the container, its pod, the systemd unit.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7)</a>
 * @see <a href="https://systemd.io/CONTROL_GROUP_INTERFACE/">systemd: The Control Group Interface</a>
 */
final class ControlGroup {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern POD = Pattern.compile(
            "(?:kubelet-)?(?:kubepods-)?(?:burstable-|besteffort-)?pod([0-9a-f][0-9a-f_-]{30,34}[0-9a-f])");
    private static final Pattern FLATPAK = Pattern.compile("app-flatpak-(.+)-\\d+");
    private static final Pattern SNAP = Pattern.compile("snap\\.([^.]+)\\..+");
    private static final Pattern LIBVIRT_LXC = Pattern.compile("lxc-\\d+-(.+)");

    private Optional<Container> container = Optional.empty();
    private Optional<String> pod = Optional.empty();
    private Optional<String> unit = Optional.empty();
    private String parent = "";

    private ControlGroup() {}

    /**
     * What a path such as {@code /system.slice/docker-<id>.scope} tells; of any other text nothing.
     *
     * @param path as the kernel writes it, from the root of a hierarchy or of a cgroup namespace
     */
    static Place parse(String path) {
        ControlGroup group = new ControlGroup();
        for (String component : path.split("/")) {
            if (!component.isEmpty() && !component.equals("..")) {
                group.enter(component);
            }
        }
        return new Place(group.container.map(group::inPod), group.unit);
    }

    private Container inPod(Container found) {
        return pod.map(found::inPod).orElse(found);
    }

    private void enter(String component) {
        Optional<String> scope = without(component, ".scope");
        Optional<String> service = without(component, ".service");
        if (scope.isPresent() || service.isPresent()) {
            unit = Optional.of(component);
        }
        String bare =
                scope.or(() -> service).or(() -> without(component, ".slice")).orElse(component);
        Matcher itsPod = POD.matcher(bare);
        if (component.equals("supervisor") && parent.startsWith("systemd-nspawn@")) {
            container = Optional.empty();
        } else if (itsPod.matches()) {
            pod = Optional.of(itsPod.group(1).replace('_', '-'));
        } else {
            byId(component, bare)
                    .or(() -> byName(bare))
                    .or(() -> service.flatMap(ControlGroup::machineService))
                    .or(() -> scope.flatMap(ControlGroup::machineScope))
                    .ifPresent(found -> container = Optional.of(found));
        }
        parent = bare;
    }

    private static Optional<String> without(String component, String suffix) {
        return component.length() > suffix.length() && component.endsWith(suffix)
                ? Optional.of(component.substring(0, component.length() - suffix.length()))
                : Optional.empty();
    }

    /** {@code docker-<id>}, {@code slice:cri-containerd:<id>}, or an id below a group that names the engine. */
    private Optional<Container> byId(String component, String bare) {
        String[] parts = component.split(":");
        if (parts.length == 3 && HASH.matcher(parts[2]).matches()) {
            Matcher itsPod = POD.matcher(without(parts[0], ".slice").orElse(parts[0]));
            pod = itsPod.matches() ? Optional.of(itsPod.group(1).replace('_', '-')) : pod;
            return Optional.of(Container.of(engine(parts[1]).orElse(Engine.OTHER), parts[2]));
        }
        int dash = bare.lastIndexOf('-');
        String id = bare.substring(dash + 1);
        if (!HASH.matcher(id).matches()) {
            return Optional.empty();
        }
        return dash < 0
                ? Optional.of(Container.of(below(parent), id))
                : engine(bare.substring(0, dash)).map(engine -> Container.of(engine, id));
    }

    private static Optional<Engine> engine(String prefix) {
        return switch (prefix) {
            case "docker" -> Optional.of(Engine.DOCKER);
            case "cri-containerd", "containerd", "nerdctl" -> Optional.of(Engine.CONTAINERD);
            case "crio" -> Optional.of(Engine.CRI_O);
            case "libpod", "libpod-payload", "libpod-container" -> Optional.of(Engine.PODMAN);
            default -> Optional.empty(); // libpod-conmon, crio-conmon: beside the container
        };
    }

    private Engine below(String name) {
        return switch (name) {
            case "docker" -> Engine.DOCKER;
            case "k8s.io" -> Engine.CONTAINERD;
            case "libpod_parent" -> Engine.PODMAN;
            default -> POD.matcher(name).matches() ? Engine.KUBERNETES : Engine.OTHER;
        };
    }

    private Optional<Container> byName(String bare) {
        Optional<String> payload = after(bare, "lxc.payload.")
                .or(() -> parent.equals("lxc") || parent.equals("lxc.payload") ? Optional.of(bare) : Optional.empty());
        if (payload.isPresent()) {
            return Optional.of(Container.of(Engine.LXC, unescape(payload.get())));
        }
        Matcher flatpak = FLATPAK.matcher(bare);
        if (flatpak.matches()) {
            return Optional.of(Container.of(Engine.FLATPAK, unescape(flatpak.group(1))));
        }
        Matcher snap = SNAP.matcher(bare);
        return snap.matches() ? Optional.of(Container.of(Engine.SNAP, unescape(snap.group(1)))) : Optional.empty();
    }

    private static Optional<Container> machineService(String bare) {
        return after(bare, "systemd-nspawn@").map(name -> Container.of(Engine.SYSTEMD_NSPAWN, unescape(name)));
    }

    /** A machine is a container or a virtual machine, whose process is one of this machine. */
    private static Optional<Container> machineScope(String bare) {
        Optional<String> name = after(bare, "machine-").map(ControlGroup::unescape);
        if (name.isEmpty() || name.get().startsWith("qemu-")) {
            return Optional.empty();
        }
        Matcher libvirt = LIBVIRT_LXC.matcher(name.get());
        return Optional.of(
                libvirt.matches()
                        ? Container.of(Engine.LXC, libvirt.group(1))
                        : Container.of(Engine.SYSTEMD_NSPAWN, name.get()));
    }

    private static Optional<String> after(String text, String prefix) {
        return text.startsWith(prefix) && text.length() > prefix.length()
                ? Optional.of(text.substring(prefix.length()))
                : Optional.empty();
    }

    /** Units are named with {@code \x2d} for a hyphen, and so on. */
    private static String unescape(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean escaped = name.startsWith("\\x", i) && i + 4 <= name.length();
            int high = escaped ? Character.digit(name.charAt(i + 2), 16) : -1;
            int low = escaped ? Character.digit(name.charAt(i + 3), 16) : -1;
            if (high >= 0 && low >= 0) {
                text.append((char) (high << 4 | low));
                i += 3;
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}
