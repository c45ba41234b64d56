package sst.local.lambda.source.poll;

/** Feeds a function from a source, in threads of its own. */
public interface Poller {
    /** Begins. */
    void start();

    /** Takes nothing more; what is under way ends by itself. */
    void stop();
}
