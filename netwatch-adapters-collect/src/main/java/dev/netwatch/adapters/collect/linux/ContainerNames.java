package dev.netwatch.adapters.collect.linux;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.netwatch.domain.connection.Container;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/*
 * Engines are not asked: that takes a socket that gives root to whoever may write to it. They keep what they know in
 * files that root may read; anybody else sees ids.
 */
/** Finds what people call a container, in the files of its engine. */
final class ContainerNames {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Loaded where there are containers only. */
    private static final class Json {
        static final JsonFactory FACTORY = new JsonFactory();
    }

    private final Path root;

    /** @param root of the file tree */
    ContainerNames(Path root) {
        this.root = root;
    }

    /** The container, with its name where that can be read. */
    Container complete(Container container) {
        try {
            return name(container).map(container::named).orElse(container);
        } catch (IOException notReadable) {
            return container;
        }
    }

    private Optional<String> name(Container container) throws IOException {
        return switch (container.engine()) {
            case DOCKER -> docker(container.id());
            case CONTAINERD, KUBERNETES -> kubernetes(container.id());
            case PODMAN -> podman(container.id());
            default -> Optional.empty();
        };
    }

    private Optional<String> docker(String id) throws IOException {
        Map<String, String> fields =
                strings(root.resolve("var/lib/docker/containers/" + id + "/config.v2.json"), "Name");
        return Optional.ofNullable(fields.get("Name")).map(name -> name.startsWith("/") ? name.substring(1) : name);
    }

    /** As {@code kubectl} tells it: namespace/pod/container. */
    private Optional<String> kubernetes(String id) throws IOException {
        String cri = "io.kubernetes.cri.";
        Map<String, String> fields = strings(
                root.resolve("run/containerd/io.containerd.runtime.v2.task/k8s.io/" + id + "/config.json"),
                cri + "container-name",
                cri + "sandbox-name",
                cri + "sandbox-namespace");
        return fields.size() == 3
                ? Optional.of(fields.get(cri + "sandbox-namespace") + "/" + fields.get(cri + "sandbox-name") + "/"
                        + fields.get(cri + "container-name"))
                : Optional.empty();
    }

    /** Of root's own podman; that of other users keeps its files in their homes. */
    private Optional<String> podman(String id) throws IOException {
        Path list = root.resolve("var/lib/containers/storage/overlay-containers/containers.json");
        try (InputStream file = Files.newInputStream(list);
                JsonParser parser = Json.FACTORY.createParser(file.readNBytes(MOST_BYTES))) {
            boolean ours = false;
            while (parser.nextToken() != null) {
                String field = parser.currentName();
                if (parser.currentToken() == JsonToken.VALUE_STRING && "id".equals(field)) {
                    ours = parser.getText().equals(id);
                } else if (ours && parser.currentToken() == JsonToken.START_ARRAY && "names".equals(field)) {
                    return parser.nextToken() == JsonToken.VALUE_STRING
                            ? Optional.of(parser.getText())
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The first text of each of these fields, at whatever depth. */
    private static Map<String, String> strings(Path path, String... wanted) throws IOException {
        Map<String, String> found = new HashMap<>();
        try (InputStream file = Files.newInputStream(path);
                JsonParser parser = Json.FACTORY.createParser(file.readNBytes(MOST_BYTES))) {
            while (found.size() < wanted.length && parser.nextToken() != null) {
                String field = parser.currentName();
                for (String name : wanted) {
                    if (parser.currentToken() == JsonToken.VALUE_STRING && name.equals(field)) {
                        found.putIfAbsent(name, parser.getText());
                    }
                }
            }
        }
        return found;
    }
}
