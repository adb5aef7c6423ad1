package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSyntaxTest {
    private static FilterSyntaxException mistake(String filter) {
        return assertThrows(FilterSyntaxException.class, () -> FilterExpression.parse(filter), filter);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    procces:curl        ; 0; 7; there is no field 'procces'; did you mean process: or text
                    a prot:tcp          ; 2; 4; did you mean p
                    zzzzzz:1            ; 0; 6; choose process, pid, user
                    localhost:8080      ; 0; 9; put text with a colon in quotation marks
                    process:            ; 0; 8; process: needs what to look for, as process:curl
                    host:(a)            ; 0; 5; host: needs what to look for
                    a (b                ; 2; 1; this parenthesis is not closed; add )
                    a (                 ; 2; 1; this parenthesis is not closed; add )
                    ((a) or b           ; 0; 1; this parenthesis is not closed; add )
                    a b) c              ; 3; 1; this parenthesis was never opened
                    )                   ; 0; 1; this parenthesis was never opened
                    a ( ) b             ; 2; 3; there is nothing between the parentheses
                    or                  ; 0; 2; or stands between two terms
                    a or                ; 2; 2; or stands between two terms
                    or a                ; 0; 2; or stands between two terms
                    a or or b           ; 2; 2; or stands between two terms
                    (or a)              ; 1; 2; or stands between two terms
                    a !                 ; 2; 1; there is nothing behind the !
                    (!)                 ; 1; 1; there is nothing behind the !
                    ! or a              ; 0; 1; there is nothing behind the !
                    a "b                ; 2; 1; the quotation mark is not closed
                    a ""                ; 2; 2; there is nothing between the quotation marks
                    org:""              ; 4; 2; there is nothing between the quotation marks
                    "a"b                ; 3; 1; a blank is missing behind the quotation mark
                    a"b"                ; 1; 1; a quotation mark stands before the text
                    /abc                ; 0; 1; the regular expression has no / at its end
                    //                  ; 0; 2; there is nothing between the slashes
                    /usr/bin            ; 5; 1; a blank is missing behind the regular expression
                    a /x(b/             ; 5; 1; the regular expression is wrong here (Unclosed group)
                    /[a/                ; 2; 1; the regular expression is wrong here (Unclosed character class)
                    /a**/               ; 3; 1; the regular expression is wrong here (Dangling meta character '*')
                    /a{1001}(b{100})/   ; 0; 17; this regular expression could take too long
                    >                   ; 1; 1; this is no size; write a number and k, M, G, Ki, Mi or Gi
                    a >x                ; 3; 1; this is no size
                    <1TB                ; 1; 3; this is no size
                    >=1MB               ; 1; 4; this is no size
                    >-1                 ; 1; 2; this is no size
                    >99999999999G       ; 1; 12; this is no size
                    rate>fast           ; 5; 4; as rate>1.5MB
                    10.0.0/8            ; 0; 8; this is no address; write a whole one before the /, as 10.0.0.0/8
                    remote:300.0.0.0/8  ; 7; 11; this is no address
                    10.0.0.0/33         ; 9; 2; a number from 0 to 32 stands behind the /, as 10.0.0.0/16
                    10.0.0.0/           ; 9; 1; a number from 0 to 32 stands behind the /
                    2001:db8::/129      ; 11; 3; a number from 0 to 128 stands behind the /
                    ::ffff:10.0.0.0/8   ; 16; 1; a number from 96 to 128 stands behind the /
                    port:http           ; 5; 4; this is no number; write port:443 or port:8000-8099
                    port:65536          ; 5; 5; ports go from 0 to 65535
                    port:90-80          ; 5; 5; the range ends before it begins; write port:80-90
                    port:8000-          ; 5; 5; a range needs an end; write port:8000-8099
                    pid:-1              ; 4; 2; this is no number
                    proto:icmp          ; 6; 4; there is no proto 'icmp'; choose tcp, udp
                    state:time_wait     ; 6; 9; there is no state 'time_wait'; did you mean time-wait?
                    """)
    void aMistakeHasAPlaceAndASentence(String filter, int column, int length, String part) {
        FilterSyntaxException mistake = mistake(filter);
        assertTrue(mistake.sentence().contains(part), mistake.sentence());
        assertEquals(filter, mistake.filter());
        assertEquals(column + "+" + length, mistake.column() + "+" + mistake.length(), mistake.sentence());
    }

    @ParameterizedTest
    @CsvSource({
        "pid:1, 0, 3, 'the history keeps no pid; it keeps process, host, remote, port, proto, org'",
        "a user:ada, 2, 4, the history keeps no user",
        "state:listen, 0, 5, the history keeps no state",
        "container:web, 0, 9, the history keeps no container",
        "unit:ssh, 0, 4, the history keeps no unit",
        "netns:1, 0, 5, the history keeps no netns",
        "interface:eth0, 0, 9, the history keeps no interface",
        "rate>1k, 0, 7, the history keeps no rates",
        "(a or listening), 6, 9, the history does not keep what is listening",
        "!closed, 1, 6, the history does not keep what is closed",
    })
    void whatAHistoryDoesNotKeepIsAMistakeThere(String filter, int column, int length, String part) {
        FilterExpression.parse(filter);
        FilterSyntaxException mistake =
                assertThrows(FilterSyntaxException.class, () -> FilterExpression.parseForHistory(filter));
        assertTrue(mistake.sentence().contains(part), mistake.sentence());
        assertEquals(column + "+" + length, mistake.column() + "+" + mistake.length());
    }

    @Test
    void lengthAndDepthAreBounded() {
        String deepest = "(".repeat(FilterParser.DEEPEST) + "a" + ")".repeat(FilterParser.DEEPEST);
        assertEquals("a", FilterExpression.parse(deepest).toString());
        assertEquals(FilterParser.DEEPEST, mistake("(" + deepest + ")").column());
        assertEquals(FilterParser.DEEPEST, mistake("!".repeat(900) + "a").column());
        assertEquals(
                FilterParser.LONGEST,
                mistake("a".repeat(FilterParser.LONGEST + 1)).column());
        FilterExpression.parse("!(".repeat(FilterParser.DEEPEST / 2) + "a" + ")".repeat(FilterParser.DEEPEST / 2));
        FilterExpression.parse("(!a) ".repeat(200));
    }
}
