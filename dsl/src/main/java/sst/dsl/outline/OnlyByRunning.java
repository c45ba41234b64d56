package sst.dsl.outline;

/** Says that a part of a config means nothing before it is run. */
final class OnlyByRunning extends RuntimeException {
    private static final long serialVersionUID = 1;

    OnlyByRunning() {
        super(null, null, false, false);
    }
}
