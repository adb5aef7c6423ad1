package dev.netwatch.domain.track;

import java.util.Arrays;

/* Remembers rates, the oldest forgotten; takes a view in no time. Never writes what a view can see. */
final class RateRing {
    private final int size;
    private float[] values;
    private int end;
    private int known;

    /** @param size how many rates to remember */
    RateRing(int size) {
        this.size = size;
        this.values = new float[2 * (size + size / 4)];
    }

    void append(double received, double sent) {
        if (2 * end == values.length) {
            makeRoom();
        }
        values[2 * end] = (float) received;
        values[2 * end + 1] = (float) sent;
        end++;
        known = Math.min(known + 1, size);
    }

    void gap() {
        append(Double.NaN, Double.NaN);
    }

    private void makeRoom() {
        float[] moved = new float[values.length];
        int kept = size - 1;
        System.arraycopy(values, 2 * (end - kept), moved, 0, 2 * kept);
        values = moved;
        end = kept;
        known = Math.min(known, kept);
    }

    void zeros(int count) {
        end = Math.min(count, size);
        known = end;
        Arrays.fill(values, 0, 2 * end, 0);
    }

    RateHistory view() {
        return new RateHistory(values, end, known);
    }
}
