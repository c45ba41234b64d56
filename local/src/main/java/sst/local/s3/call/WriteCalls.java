package sst.local.s3.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.local.s3.bucket.Blob;
import sst.local.s3.bucket.Conditions;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.ObjectHeaders;
import sst.local.s3.call.message.Payload;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.body.Checksum;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Parameters;

/** PutObject and CopyObject. */
record WriteCalls(Storage storage) {
    private static final String SOURCE_CONDITION = "x-amz-copy-source-";

    HttpReply put(S3Call call) {
        storage.buckets().existing(call.bucket());
        return call.header("x-amz-copy-source").isPresent() ? copy(call) : store(call);
    }

    private HttpReply store(S3Call call) {
        ObjectNode record = ObjectHeaders.record(call);
        Optional<Checksum> checksum = Payload.checksum(call);
        Blob blob = new Payload(storage.blobs()).take(call, checksum);
        record.put("blob", blob.id()).put("size", blob.size()).put("etag", blob.md5());
        checksum.ifPresent(one -> record.set("checksums", checksums(one, blob)));
        StoredObject object = put(call, record, "ObjectCreated:Put");
        Map<String, String> headers = new LinkedHashMap<>(ObjectHeaders.version(object));
        headers.put("ETag", object.etag());
        headers.put("x-amz-server-side-encryption", "AES256");
        headers.putAll(object.checksums());
        return S3Reply.empty(200, headers);
    }

    /** Puts a record, whose blob is let go when the call's conditions refuse it, and tells of it. */
    private StoredObject put(S3Call call, ObjectNode record, String event) {
        Consumer<Optional<StoredObject>> conditions = new Conditions(call::header)::checkWrite;
        try {
            return storage.together(() -> {
                StoredObject object = storage.objects().put(call.bucket(), record, conditions);
                call.tell(storage, event, object);
                return object;
            });
        } catch (AwsException refused) {
            storage.blobs().discard(record.path("blob").asText());
            throw refused;
        }
    }

    /** The object that {@code x-amz-copy-source} names, if its conditions hold. */
    static StoredObject source(Storage storage, S3Call call) {
        String text = call.header("x-amz-copy-source").orElse("");
        int query = text.indexOf("?versionId=");
        String path = Parameters.decodedPath(query < 0 ? text : text.substring(0, query));
        String bare = path.startsWith("/") ? path.substring(1) : path;
        int slash = bare.indexOf('/');
        if (slash < 0) {
            throw S3Exception.invalidArgument(
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        Map<String, String> version = query < 0 ? Map.of() : Map.of("versionId", text.substring(query + 11));
        S3Call source = new S3Call(bare.substring(0, slash), bare.substring(slash + 1), version, call.request());
        StoredObject object = ReadCalls.existing(storage, source);
        boolean isHeld = new Conditions(name -> call.header(SOURCE_CONDITION + name))
                .read(object)
                .isEmpty();
        if (!isHeld) {
            throw S3Exception.preconditionFailed("x-amz-copy-source");
        }
        return object;
    }

    private HttpReply copy(S3Call call) {
        StoredObject source = source(storage, call);
        ObjectNode record = copyRecord(call, source);
        Optional<Checksum> checksum = Payload.checksum(call).or(() -> algorithm(source));
        Blob blob = storage.blobs().join(List.of(source.blob()), checksum);
        record.put("blob", blob.id()).put("size", blob.size()).put("etag", blob.md5());
        checksum.ifPresent(one -> record.set("checksums", checksums(one, blob)));
        StoredObject object = put(call, record, "ObjectCreated:Copy");
        HttpReply reply = S3Reply.xml("CopyObjectResult", xml -> {
            xml.leaf("ETag", object.etag()).leaf("LastModified", S3Reply.xmlDate(object.modified()));
            object.checksums().forEach((name, value) -> xml.leaf(S3Reply.checksumLeaf(name), value));
        });
        Map<String, String> headers = new LinkedHashMap<>(ObjectHeaders.version(object));
        if (!source.version().equals(StoredObject.NULL_VERSION)) {
            headers.put("x-amz-copy-source-version-id", source.version());
        }
        return S3Reply.with(reply, headers);
    }

    /** What the copy has of its source, and what of the call; nothing that belongs to the source's bytes. */
    private static ObjectNode copyRecord(S3Call call, StoredObject source) {
        boolean replaces = isReplace(call, "x-amz-metadata-directive");
        ObjectNode record =
                replaces ? ObjectHeaders.record(call) : source.record().deepCopy();
        boolean isSame = !replaces
                && call.header("x-amz-storage-class").isEmpty()
                && source.key().equals(call.key())
                && isSameBucket(call);
        if (isSame) {
            throw S3Exception.invalidRequest("This copy request is illegal because it is trying to copy an object to"
                    + " itself without changing the object's metadata, storage class, website redirect location or"
                    + " encryption attributes.");
        }
        record.put("key", call.key()).remove(List.of("parts", "partChecksums", "upload", "checksums"));
        boolean hasNewTags = isReplace(call, "x-amz-tagging-directive");
        record.set("tags", (hasNewTags ? ObjectHeaders.record(call) : source.record()).path("tags"));
        return record;
    }

    private static ObjectNode checksums(Checksum algorithm, Blob blob) {
        return Json.object().put(algorithm.header(), blob.checksum()).put("x-amz-checksum-type", "FULL_OBJECT");
    }

    private static Optional<Checksum> algorithm(StoredObject source) {
        return source.checksums().keySet().stream()
                .flatMap(name -> Checksum.ofHeader(name).stream())
                .findFirst();
    }

    private static boolean isReplace(S3Call call, String directive) {
        String value = call.header(directive).orElse("COPY");
        if (!value.equals("COPY") && !value.equals("REPLACE")) {
            throw S3Exception.invalidArgument(
                    directive.contains("tagging") ? "Unknown tagging directive." : "Unknown metadata directive.");
        }
        return value.equals("REPLACE");
    }

    private static boolean isSameBucket(S3Call call) {
        String source = Parameters.decodedPath(call.header("x-amz-copy-source").orElse(""));
        return source.replaceFirst("^/", "").startsWith(call.bucket() + "/");
    }
}
