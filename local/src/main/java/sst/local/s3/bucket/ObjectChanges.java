package sst.local.s3.bucket;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells listeners what happens to objects. */
public final class ObjectChanges {
    private final List<Consumer<ObjectChange>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener; it is called within the call that makes the change. */
    public void listen(Consumer<ObjectChange> listener) {
        listeners.add(listener);
    }

    /** Tells of a change. */
    public void happened(ObjectChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
