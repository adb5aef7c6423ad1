package dev.netwatch.tui.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.netwatch.domain.query.Query;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.tui.state.ExportFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private final Connections traffic = new Connections(new FakeClock());

    private String text(ExportFormat format) throws IOException {
        StringBuilder text = new StringBuilder();
        new Export(Query.EVERYTHING.run(traffic.tick()).rows(), AT).write(format, text);
        return text.toString();
    }

    /** The fields of the only record, read back as RFC 4180 says. */
    private List<String> onlyRecord() throws IOException {
        String text = text(ExportFormat.CSV);
        List<List<String>> records = parse(text);
        assertEquals(2, records.size());
        assertEquals(records.get(0).size(), records.get(1).size());
        return records.get(1);
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> records = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                records.get(records.size() - 1).add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(new ArrayList<>());
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records.subList(0, records.size() - 1);
    }

    @Test
    void aConnectionIsARecordWithEmptyFieldsForWhatIsNotKnown() throws IOException {
        traffic.tcp("curl", 7)
                .to("192.0.2.1", 443)
                .bytes(10, 2)
                .rtt(900)
                .named("one.example")
                .seen(1);
        String[] lines = text(ExportFormat.CSV).split("\r\n", -1);
        assertEquals(3, lines.length, "a line end behind the last record too");
        assertEquals(
                "time,id,protocol,state,direction,local_address,local_port,remote_address,remote_port,name,organisation,"
                        + "process,pid,executable,uid,user,attribution,container,received,sent,quality,rtt_micros,"
                        + "retransmits,opened_at,closed_at,familiarity,times_seen",
                lines[0]);
        assertEquals(
                "2026-01-02T03:04:05.678Z,made-up-1,tcp,established,outbound,10.0.0.7,50001,192.0.2.1,443,one.example,,"
                        + "curl,7,,,,owner,,10,2,exact,900,0,,,new,1",
                lines[1]);
    }

    @Test
    void bytesThatNobodyMeasuredAreEmptyNotZero() throws IOException {
        traffic.udp("dig", 7).to("192.0.2.1", 53);
        List<String> fields = onlyRecord();
        assertEquals(List.of("", "", "unavailable"), fields.subList(18, 21));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u001b[31m=1"})
    void noNameIsAFormula(String name) throws IOException {
        traffic.tcp(name, 7).to("192.0.2.1", 443);
        String process = onlyRecord().get(11);
        assertTrue("=+-@\t\r".indexOf(process.charAt(0)) < 0, process);
        assertTrue(process.chars().noneMatch(Character::isISOControl), process);
    }

    @Test
    void separatorsAndQuotesInANameComeBackAsTheyWere() throws IOException {
        traffic.tcp("a,\"b\" c", 7).to("192.0.2.1", 443);
        assertEquals("a,\"b\" c", onlyRecord().get(11));
    }

    @Test
    void everyOpenConnectionOfARowIsToldAndOfAStaleRowTheLast() throws IOException {
        traffic.tcp("a", 1).to("192.0.2.1", 443);
        traffic.tcp("a", 1).to("192.0.2.1", 443);
        MadeUpSocket gone = traffic.tcp("b", 2).to("192.0.2.2", 443);
        traffic.tick();
        gone.close();
        List<String> lines = text(ExportFormat.NDJSON).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"schema\":\"netwatch.connection.v1\"")));
    }

    @Test
    void jsonIsOneArrayEvenOfNothing() throws IOException {
        assertEquals(0, objects(text(ExportFormat.JSON)));
        traffic.tcp("a", 1).to("192.0.2.1", 443);
        traffic.tcp("b", 2).to("192.0.2.1", 443);
        assertEquals(2, objects(text(ExportFormat.JSON)));
    }

    private static int objects(String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            assertEquals(JsonToken.START_ARRAY, parser.nextToken());
            int objects = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                parser.skipChildren();
                objects++;
            }
            assertEquals(JsonToken.END_ARRAY, parser.currentToken());
            assertEquals(null, parser.nextToken());
            return objects;
        }
    }
}
