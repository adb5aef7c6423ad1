package example;

import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.domain.port.Clock;

public final class Connections {
    public static void main(String[] args) {
        try (var source = ConnectionSources.forThisSystem(Clock.system())) {
            source.sample().open().forEach(socket -> System.out.println(socket.tuple() + " " + socket.owner()));
        }
    }
}
