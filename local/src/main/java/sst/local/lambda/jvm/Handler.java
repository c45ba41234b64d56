package sst.local.lambda.jvm;

/** A user's handler behind one shape, whatever its own is. */
@FunctionalInterface
interface Handler {
    /**
     * Handles one event.
     *
     * @param event JSON
     * @param context for this invocation
     * @return the answer's bytes
     * @throws Throwable whatever the user's code throws
     */
    byte[] handle(byte[] event, InvocationContext context) throws Throwable;
}
