package sst.model.schema.written;

/** Something that changes while an app is written, and can go back to what it was. */
public interface Restorable {
    /** Remembers the state of now; running the answer brings it back, as often as wanted. */
    Runnable remember();
}
