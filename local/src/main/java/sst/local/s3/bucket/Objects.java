package sst.local.s3.bucket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sst.local.store.Store;
import sst.local.wire.codec.Json;

/**
 * The objects of all buckets with their versions, by bucket, key in the order of its UTF-8 bytes, and age, newest first.
 */
public final class Objects {
    private static final int ARRIVAL_BITS = 20;

    private final NavigableMap<byte[], byte[]> objects;
    private final Buckets buckets;
    private final Blobs blobs;
    private final Clock clock;
    private final AtomicLong arrivals;

    /** Uses the store's objects. */
    public Objects(Store store, Clock clock, Buckets buckets, Blobs blobs) {
        this.objects = store.bytes("s3.objects");
        this.buckets = buckets;
        this.blobs = blobs;
        this.clock = clock;
        this.arrivals = new AtomicLong(clock.millis() << ARRIVAL_BITS);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] place(String bucket, String key, long arrival) {
        byte[] prefix = utf8(bucket + "\0" + key + "\0");
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(Long.MAX_VALUE - arrival)
                .array();
    }

    private static StoredObject decoded(byte[] record) {
        return new StoredObject(Json.read(record));
    }

    private NavigableMap<byte[], byte[]> ofKey(String bucket, String key) {
        return objects.subMap(place(bucket, key, Long.MAX_VALUE), true, utf8(bucket + "\0" + key + "\1"), false);
    }

    /** The newest version, which may be a delete marker. */
    public Optional<StoredObject> newest(String bucket, String key) {
        var first = ofKey(bucket, key).firstEntry();
        return first == null ? Optional.empty() : Optional.of(decoded(first.getValue()));
    }

    /** The object as readers see it: no delete marker. */
    public Optional<StoredObject> current(String bucket, String key) {
        return newest(bucket, key).filter(object -> !object.isDeleteMarker());
    }

    /** All versions of a key, newest first. */
    public Stream<StoredObject> versions(String bucket, String key) {
        return ofKey(bucket, key).values().stream().map(Objects::decoded);
    }

    /** One version of a key. */
    public Optional<StoredObject> version(String bucket, String key, String version) {
        return versions(bucket, key)
                .filter(object -> object.version().equals(version))
                .findFirst();
    }

    /** All versions of all keys of a bucket from a key on, keys ascending, versions newest first. */
    public Stream<StoredObject> from(String bucket, String key) {
        return objects.subMap(utf8(bucket + "\0" + key), true, utf8(bucket + "\1"), false).values().stream()
                .map(Objects::decoded);
    }

    /** Whether the bucket holds nothing, delete markers included. */
    public boolean isEmpty(String bucket) {
        return objects.subMap(utf8(bucket + "\0"), true, utf8(bucket + "\1"), false)
                .isEmpty();
    }

    /**
     * Puts a new version.
     *
     * @param bucket its bucket
     * @param record everything but version and time
     * @param condition is shown what the key holds now, and throws to refuse
     */
    public synchronized StoredObject put(String bucket, ObjectNode record, Consumer<Optional<StoredObject>> condition) {
        String key = record.path("key").asText();
        condition.accept(current(bucket, key));
        long arrival = arrivals.getAndIncrement();
        boolean isVersioned = buckets.versioning(bucket).equals("Enabled");
        if (!isVersioned) {
            removeVersion(bucket, key, StoredObject.NULL_VERSION);
        }
        record.put("version", isVersioned ? versionId(arrival) : StoredObject.NULL_VERSION);
        record.put("arrival", arrival).put("modified", clock.millis());
        objects.put(place(bucket, key, arrival), Json.write(record));
        return new StoredObject(record);
    }

    private static String versionId(long arrival) {
        return "v" + Long.toString(arrival, Character.MAX_RADIX);
    }

    /** Keeps a changed record of a version that is there. */
    public synchronized void save(String bucket, StoredObject object) {
        long arrival = object.record().path("arrival").asLong();
        objects.put(place(bucket, object.key(), arrival), Json.write(object.record()));
    }

    /** Deletes the object, or hides it behind a delete marker when the bucket keeps versions; gives the marker. */
    public synchronized Optional<StoredObject> delete(
            String bucket, String key, Consumer<Optional<StoredObject>> condition) {
        condition.accept(current(bucket, key));
        String versioning = buckets.versioning(bucket);
        if (versioning.isEmpty()) {
            removeVersion(bucket, key, StoredObject.NULL_VERSION);
            return Optional.empty();
        }
        ObjectNode marker = Json.object().put("key", key).put("deleteMarker", true);
        return Optional.of(put(bucket, marker, current -> {}));
    }

    /** Deletes one version for good; gives it when it was there. */
    public synchronized Optional<StoredObject> removeVersion(String bucket, String key, String version) {
        Optional<StoredObject> found = version(bucket, key, version);
        found.ifPresent(object -> {
            objects.remove(place(bucket, key, object.record().path("arrival").asLong()));
            blobs.discard(object.blob());
        });
        return found;
    }
}
