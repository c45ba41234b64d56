package sst.local.sqs.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Reads every state; content that a kill left without its state goes. */
    void load(Consumer<Slot> each) {
        states.forEach(
                (key, bytes) -> each.accept(Slot.read(ByteBuffer.wrap(key).getLong(), bytes)));
        if (contents.size() != states.size()) {
            for (String key : List.copyOf(contents.keySet())) {
                if (!states.containsKey(key(Long.parseLong(key)))) {
                    contents.remove(key);
                }
            }
        }
    }

    void add(Slot slot, ObjectNode content) {
        contents.put(text(slot.sequence), content);
        save(slot);
    }

    void save(Slot slot) {
        states.put(key(slot.sequence), slot.bytes());
    }

    Optional<ObjectNode> content(long sequence) {
        return contents.get(text(sequence)) instanceof ObjectNode content ? Optional.of(content) : Optional.empty();
    }

    void remove(Slot slot) {
        states.remove(key(slot.sequence));
        contents.remove(text(slot.sequence));
    }

    void clear() {
        states.clear();
        contents.clear();
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
