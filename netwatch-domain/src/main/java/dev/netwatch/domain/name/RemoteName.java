package dev.netwatch.domain.name;

/**
 * What an address is called: its host name and the organisation that holds its network, each as far as it is known by
 * now.
 */
public record RemoteName(Answer host, Answer organisation) {
    /** Both asked, neither answered. */
    public static final RemoteName PENDING = new RemoteName(new Answer.Pending(), new Answer.Pending());

    /** Whether an answer is still to come. */
    public boolean isPending() {
        return host instanceof Answer.Pending || organisation instanceof Answer.Pending;
    }

    /** Nobody was asked. */
    public static RemoteName notAsked(String reason) {
        return new RemoteName(new Answer.NotAsked(reason), new Answer.NotAsked(reason));
    }
}
