package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Container.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Files laid out as the engines document and write them. */
class ContainerNamesTest {
    private static final String ID = "9ec39b91f3d70e1beff50a308f77067065ea6be0d91a3378375056cd4422cf3d";
    private static final String DOCKER = "var/lib/docker/containers/" + ID + "/config.v2.json";

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String label(Engine engine) {
        return new ContainerNames(root).complete(Container.of(engine, ID)).label();
    }

    @Test
    void dockerWritesItWithASlash() throws IOException {
        write(DOCKER, "{\"Config\":{\"Hostname\":\"9ec39b91f3d7\"},\"Name\":\"/web-1\",\"Driver\":\"overlay2\"}");
        assertEquals("web-1", label(Engine.DOCKER));
    }

    @Test
    void podmanKeepsAList() throws IOException {
        write(
                "var/lib/containers/storage/overlay-containers/containers.json",
                "[{\"id\":\"" + "0".repeat(64) + "\",\"names\":[\"other\"]},{\"id\":\"" + ID
                        + "\",\"names\":[\"db\"],\"layer\":\"x\"}]");
        assertEquals("db", label(Engine.PODMAN));
    }

    @Test
    void kubernetesIsNamedAsKubectlDoes() throws IOException {
        write(
                "run/containerd/io.containerd.runtime.v2.task/k8s.io/" + ID + "/config.json",
                "{\"annotations\":{\"io.kubernetes.cri.container-name\":\"app\","
                        + "\"io.kubernetes.cri.sandbox-name\":\"shop-7d9\","
                        + "\"io.kubernetes.cri.sandbox-namespace\":\"prod\"}}");
        assertEquals("prod/shop-7d9/app", label(Engine.CONTAINERD));
        assertEquals("prod/shop-7d9/app", label(Engine.KUBERNETES));
    }

    @Test
    void withoutAFileTheShortIdStays() {
        for (Engine engine : Engine.values()) {
            assertEquals("9ec39b91f3d7", label(engine));
        }
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        Random random = new Random(20261122);
        byte[] good =
                "{\"Config\":{\"a\":[1,2]},\"Name\":\"/web-1\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        write(DOCKER, "");
        for (int i = 0; i < 5_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            Files.write(root.resolve(DOCKER), bad);
            new ContainerNames(root).complete(Container.of(Engine.DOCKER, ID));
        }
        Files.writeString(root.resolve(DOCKER), "{\"Name\":");
        assertEquals("9ec39b91f3d7", label(Engine.DOCKER));
    }
}
