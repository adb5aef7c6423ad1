package example;

import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.domain.port.Clock;

public final class Connections {
    public static void main(String[] args) {
        var all = ConnectionSources.forThisSystem(Clock.system());
        try (var source = all.stream().filter(s -> s.refusal().isEmpty()).findFirst().orElseThrow()) {
            source.sample().open().forEach(socket -> System.out.println(socket.tuple() + " " + socket.owner()));
        }
    }
}
