package dev.netwatch.domain.connection;

/**
 * Payload per second, averaged over a short window.
 *
 * @param received bytes per second, not negative
 * @param sent bytes per second, not negative
 */
public record Rate(double received, double sent) {
    public static final Rate ZERO = new Rate(0, 0);

    public Rate {
        if (!(received >= 0 && sent >= 0)) {
            throw new IllegalArgumentException("negative rate: received " + received + ", sent " + sent);
        }
    }

    public double total() {
        return received + sent;
    }

    public Rate plus(Rate other) {
        return new Rate(received + other.received, sent + other.sent);
    }
}
