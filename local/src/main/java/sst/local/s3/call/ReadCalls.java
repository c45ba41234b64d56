package sst.local.s3.call;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sst.local.s3.bucket.ByteRange;
import sst.local.s3.bucket.Conditions;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.wire.HttpReply;

/** GetObject, HeadObject and GetObjectAttributes. */
record ReadCalls(Storage storage) {
    private static final int NOT_MODIFIED = 304;

    /** The version that the call means. */
    static StoredObject existing(Storage storage, S3Call call) {
        storage.buckets().existing(call.bucket());
        if (!call.has("versionId")) {
            return storage.objects()
                    .current(call.bucket(), call.key())
                    .orElseThrow(() -> S3Exception.noSuchKey(call.key()));
        }
        String version = call.parameter("versionId");
        StoredObject object = storage.objects()
                .version(call.bucket(), call.key(), version)
                .orElseThrow(() -> S3Exception.noSuchVersion(call.key(), version));
        if (object.isDeleteMarker()) {
            throw S3Exception.of(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
        }
        return object;
    }

    HttpReply get(S3Call call) {
        return shown(call, existing(storage, call));
    }

    HttpReply head(S3Call call) {
        HttpReply reply = shown(call, existing(storage, call));
        HttpReply.Body.FilePart part = reply.body() instanceof HttpReply.Body.FilePart file ? file : null;
        return part == null
                ? reply
                : S3Reply.with(
                        new HttpReply(reply.status(), reply.headers(), new HttpReply.Body.Bytes(new byte[0])),
                        Map.of("Content-Length", Long.toString(part.length())));
    }

    private HttpReply shown(S3Call call, StoredObject object) {
        Map<String, String> headers = new LinkedHashMap<>(ObjectHeaders.shown(object, call));
        Optional<Integer> early = new Conditions(call::header).read(object);
        if (early.isPresent()) {
            if (early.get() == NOT_MODIFIED) {
                headers.remove("content-type");
                return S3Reply.empty(NOT_MODIFIED, headers);
            }
            throw S3Exception.preconditionFailed("If-Match");
        }
        Optional<ByteRange> range = range(call, object);
        if (range.isPresent()) {
            headers.put("Content-Range", range.get().header(object.size()));
            // A checksum of the whole would make clients refuse the part.
            object.checksums().keySet().forEach(headers::remove);
        }
        ByteRange part = range.orElse(new ByteRange(0, object.size()));
        return new HttpReply(
                range.isPresent() ? 206 : 200,
                S3Reply.lists(headers),
                new HttpReply.Body.FilePart(storage.blobs().file(object.blob()), part.first(), part.length()));
    }

    private static Optional<ByteRange> range(S3Call call, StoredObject object) {
        if (call.has("partNumber")) {
            return part(object, call.number("partNumber", 1));
        }
        return call.header("Range").flatMap(header -> ByteRange.parse(header, object.size()));
    }

    private static Optional<ByteRange> part(StoredObject object, int number) {
        var sizes = object.record().path("parts");
        if (sizes.isMissingNode() && number == 1) {
            return object.size() == 0 ? Optional.empty() : Optional.of(new ByteRange(0, object.size()));
        }
        if (number < 1 || number > sizes.size()) {
            throw S3Exception.of(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        }
        long first = 0;
        for (int at = 0; at < number - 1; at++) {
            first += sizes.get(at).asLong();
        }
        return Optional.of(new ByteRange(first, sizes.get(number - 1).asLong()));
    }

    HttpReply attributes(S3Call call) {
        StoredObject object = existing(storage, call);
        String wanted = call.header("x-amz-object-attributes").orElse("");
        HttpReply reply = S3Reply.xml("GetObjectAttributesResponse", xml -> {
            if (wanted.contains("ETag")) {
                xml.leaf("ETag", object.etag().replace("\"", ""));
            }
            if (wanted.contains("StorageClass")) {
                xml.leaf("StorageClass", object.storageClass());
            }
            if (wanted.contains("ObjectSize")) {
                xml.leaf("ObjectSize", Long.toString(object.size()));
            }
        });
        return S3Reply.with(
                S3Reply.with(reply, ObjectHeaders.version(object)),
                Map.of("Last-Modified", S3Reply.httpDate(object.modified())));
    }
}
