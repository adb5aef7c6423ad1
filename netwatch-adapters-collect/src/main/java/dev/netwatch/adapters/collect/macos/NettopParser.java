package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.macos.NettopRow.Stack;
import dev.netwatch.domain.connection.FiveTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/*
 * A flow belongs to the process in the line above, so a line that may have been a process and was not understood leaves
 * the flows below it without one: they are counted as lost, and not given to the process before. A process may call
 * itself "udp6 *.1<->::1" to pass for a flow; the cells that only flows fill tell them apart.
 */
/** Reads what {@code nettop -L 1 -n -x} prints: CSV, processes each followed by their flows. */
final class NettopParser {
    private record Subject(long pid, String name) {}

    private final EndpointText endpoints;
    private final NettopHeader header;
    private final List<NettopRow> rows = new ArrayList<>();
    private Optional<Subject> process = Optional.empty();
    private int unreadable;

    private NettopParser(EndpointText endpoints, NettopHeader header) {
        this.endpoints = endpoints;
        this.header = header;
    }

    /** The first block: what has been counted since the flows opened. Empty if this is no output of nettop's. */
    static Optional<Listing<NettopRow>> parse(String output, EndpointText endpoints) {
        String[] lines = output.stripTrailing().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Optional<NettopHeader> header = NettopHeader.parse(withoutReturn(lines[i]));
            if (header.isPresent()) {
                return Optional.of(new NettopParser(endpoints, header.get()).block(lines, i));
            }
        }
        return Optional.empty();
    }

    private Listing<NettopRow> block(String[] lines, int headerAt) {
        for (int i = headerAt + 1;
                i < lines.length && !withoutReturn(lines[i]).equals(withoutReturn(lines[headerAt]));
                i++) {
            header.cells(withoutReturn(lines[i])).ifPresentOrElse(this::line, this::lost);
        }
        return new Listing<>(rows, unreadable);
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private void lost() {
        unreadable++;
        process = Optional.empty();
    }

    private void line(NettopHeader.Cells cells) {
        Optional<FlowText> flow = cells.hadCommas() ? Optional.empty() : FlowText.parse(cells.subject(), endpoints);
        Optional<Subject> named = subject(cells.subject());
        boolean tells = cells.tellsOfAFlow();
        if (flow.isPresent() && (tells || named.isEmpty() || !header.tellsFlowsApart())) {
            flow(flow.get(), cells);
        } else if (flow.isEmpty() && named.isPresent() && !tells) {
            process = named;
        } else if (tells && FlowText.isLike(cells.subject())) {
            unreadable++;
        } else {
            lost();
        }
    }

    /** The number stands behind the last dot; the name may have dots too. */
    private static Optional<Subject> subject(String text) {
        int dot = text.lastIndexOf('.');
        OptionalLong pid = Numbers.parse(text.substring(dot + 1));
        return dot > 0 && pid.isPresent()
                ? Optional.of(new Subject(pid.getAsLong(), text.substring(0, dot)))
                : Optional.empty();
    }

    private void flow(FlowText flow, NettopHeader.Cells cells) {
        if (process.isEmpty()) {
            unreadable++;
            return;
        }
        FiveTuple tuple = flow.tuple();
        rows.add(new NettopRow(
                process.get().pid(),
                process.get().name(),
                tuple,
                TcpStates.parse(cells.get("state")),
                bytes(cells),
                stack(flow, cells.get("arch"))));
    }

    private Optional<FlowBytes> bytes(NettopHeader.Cells cells) {
        String in = cells.get("bytes_in");
        String out = cells.get("bytes_out");
        OptionalLong received = Numbers.parse(in);
        OptionalLong sent = Numbers.parse(out);
        if (received.isEmpty() || sent.isEmpty()) {
            unreadable += in.isEmpty() && out.isEmpty() ? 0 : 1;
            return Optional.empty();
        }
        return Optional.of(new FlowBytes(
                received.getAsLong(),
                sent.getAsLong(),
                Numbers.parse(cells.get("rx_dupe")),
                Numbers.parse(cells.get("re-tx"))));
    }

    private static Stack stack(FlowText flow, String arch) {
        if (flow.quic() || arch.equals("ch")) {
            return Stack.USER_SPACE;
        }
        return arch.equals("so") ? Stack.KERNEL : Stack.UNKNOWN;
    }
}
