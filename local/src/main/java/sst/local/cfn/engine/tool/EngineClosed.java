package sst.local.cfn.engine.tool;

/** The cloud is stopping; the operation stays as it is and goes on at the next start. */
public final class EngineClosed extends RuntimeException {
    /** The signal, without a stack trace. */
    public EngineClosed() {
        super("the local cloud is stopping", null, false, false);
    }
}
