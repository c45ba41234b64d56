package sst.local.sqs.queue;

/** Whether a message can be received now, and if not, why. */
enum Hold {
    /** It can be received, unless its group waits. */
    READY('r'),
    /** It was sent with a delay that is not over. */
    DELAYED('d'),
    /** A receiver has it, and its visibility timeout is not over. */
    IN_FLIGHT('f');

    /** How the store names it. */
    final byte mark;

    Hold(char mark) {
        this.mark = (byte) mark;
    }

    static Hold of(byte mark) {
        for (Hold hold : values()) {
            if (hold.mark == mark) {
                return hold;
            }
        }
        throw new IllegalStateException("the state of a message in the store cannot be read: " + mark);
    }
}
