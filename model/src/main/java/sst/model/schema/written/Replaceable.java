package sst.model.schema.written;

/** A value under {@code cdk} that may stand for the whole thing, so that the props which describe it are not needed. */
public interface Replaceable {
    /** Whether the user gives the thing itself. */
    boolean isGiven();
}
