package dev.netwatch.domain.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * How many ways a pattern has through one place of a text. Ways that read characters are bounded by BudgetedText; groups
 * that match nothing, such as (|), multiply without reading any. Counted from the look of the pattern, so it may be
 * more than there are: a | in a character class counts too. What this leaves is tried on some texts.
 */
final class RegexBounds {
    static final int LONGEST = 200;
    static final int MOST_WAYS = 10_000;

    /** What connections look like. */
    private static final List<String> TRIALS = List.of(
            "/usr/lib/systemd/systemd-resolved",
            "/opt/google/chrome/chrome --type=utility",
            "ec2-203-0-113-25.eu-central-1.compute.example.com",
            "server-203-0-113-7.fra56.r.cloud.example.net",
            "2001:db8:85a3:8d3:1319:8a2e:370:7348",
            "The Example Organisation for Assigned Names, Inc.");

    private static final Pattern TIMES = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");
    private static final String QUANTIFIERS = "*+?{";

    private final String source;
    private final Deque<Integer> alternatives = new ArrayDeque<>();
    private double ways = 1;

    private RegexBounds(String source) {
        this.source = source;
    }

    static boolean allow(String source) {
        return new RegexBounds(source).ways() <= MOST_WAYS;
    }

    /** Whether it is quick on usual texts: a screen of thousands has no time to spend each one's budget. */
    static boolean isQuick(Pattern pattern) {
        return TRIALS.stream().allMatch(text -> BudgetedText.suffices(pattern, text));
    }

    private double ways() {
        alternatives.push(1);
        for (int i = 0; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '\\' -> i++; // what follows stands for itself
                case '(' -> alternatives.push(1);
                case '|' -> alternatives.push(alternatives.pop() + 1);
                case ')' -> close(i);
                default -> {}
            }
        }
        alternatives.forEach(open -> ways *= open);
        return ways * repetitions();
    }

    private void close(int at) {
        boolean repeated = at + 1 < source.length() && QUANTIFIERS.indexOf(source.charAt(at + 1)) >= 0;
        ways *= repeated ? 2 : 1;
        if (alternatives.size() > 1) { // else it stands in a character class
            ways *= alternatives.pop();
        }
    }

    private double repetitions() {
        double product = 1;
        Matcher times = TIMES.matcher(source);
        while (times.find()) {
            boolean range = times.group(2) != null && !times.group(2).isEmpty();
            product *= Math.max(1, Integer.parseInt(times.group(range ? 2 : 1)));
        }
        return product;
    }
}
