package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sst.local.store.Store;

/** A queue's messages on disk: the content, written once, apart from the state, which each receive changes. */
final class MessageStore {
    private final Store store;
    private final String queue;
    private final NavigableMap<byte[], byte[]> states;
    private final NavigableMap<String, JsonNode> contents;

    MessageStore(Store store, String queue) {
        this.store = store;
        this.queue = queue;
        this.states = store.bytes("sqs/state/" + queue);
        this.contents = store.json("sqs/content/" + queue);
    }

    /** Reads every state; of what an earlier kill cut in two neither half stays. */
    void load(Consumer<Slot> each) {
        if (contents.size() != states.size()) {
            contents.keySet().removeIf(key -> !states.containsKey(key(Long.parseLong(key))));
            states.keySet()
                    .removeIf(key ->
                            !contents.containsKey(text(ByteBuffer.wrap(key).getLong())));
        }
        states.forEach(
                (key, bytes) -> each.accept(Slot.read(ByteBuffer.wrap(key).getLong(), bytes)));
    }

    /** State and content come and go in one write, or a kill leaves a state whose content nobody can receive. */
    void add(Slot slot, ObjectNode content) {
        together(() -> {
            contents.put(text(slot.sequence), content);
            save(slot);
        });
    }

    /** Makes changes of which a kill leaves all or none. */
    <T> T together(Supplier<T> changes) {
        return store.atomically(changes);
    }

    void together(Runnable changes) {
        store.atomically(() -> {
            changes.run();
            return true;
        });
    }

    void save(Slot slot) {
        states.put(key(slot.sequence), slot.bytes());
    }

    Optional<ObjectNode> content(long sequence) {
        return contents.get(text(sequence)) instanceof ObjectNode content ? Optional.of(content) : Optional.empty();
    }

    void remove(Slot slot) {
        together(() -> {
            states.remove(key(slot.sequence));
            contents.remove(text(slot.sequence));
        });
    }

    void clear() {
        together(() -> {
            states.clear();
            contents.clear();
        });
    }

    void drop() {
        store.drop("sqs/state/" + queue);
        store.drop("sqs/content/" + queue);
    }

    private static byte[] key(long sequence) {
        return ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    }

    private static String text(long sequence) {
        return String.format(Locale.ROOT, "%019d", sequence);
    }
}
