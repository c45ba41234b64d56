package sst.local.s3.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.S3Call;
import sst.local.wire.codec.Json;

/** Removes an object and tells those who want to know. */
record Removal(Storage storage, S3Call call, String key) {
    /** Deletes the object, or hides it behind a delete marker, which it gives. */
    Optional<StoredObject> newest(Consumer<Optional<StoredObject>> condition) {
        return storage.together(() -> removed(condition));
    }

    private Optional<StoredObject> removed(Consumer<Optional<StoredObject>> condition) {
        Optional<StoredObject> before = storage.objects().current(call.bucket(), key);
        Optional<StoredObject> marker = storage.objects().delete(call.bucket(), key, condition);
        if (marker.isPresent()) {
            call.tell(storage, "ObjectRemoved:DeleteMarkerCreated", marker.get());
        } else {
            before.ifPresent(this::tellDeleted);
        }
        return marker;
    }

    /** Deletes one version for good; gives it when it was there. */
    Optional<StoredObject> version(String version) {
        return storage.together(() -> {
            Optional<StoredObject> gone = storage.objects().removeVersion(call.bucket(), key, version);
            gone.ifPresent(this::tellDeleted);
            return gone;
        });
    }

    private void tellDeleted(StoredObject object) {
        ObjectNode record = Json.object().put("key", key).put("version", object.version());
        record.set("arrival", object.record().path("arrival"));
        call.tell(storage, "ObjectRemoved:Delete", new StoredObject(record));
    }
}
