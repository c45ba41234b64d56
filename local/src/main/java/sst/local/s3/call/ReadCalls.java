package sst.local.s3.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sst.local.s3.bucket.ByteRange;
import sst.local.s3.bucket.Conditions;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.call.message.ObjectHeaders;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Xml;

/** GetObject, HeadObject and GetObjectAttributes. */
record ReadCalls(Storage storage) {
    private static final int NOT_MODIFIED = 304;
    private static final int MOST_PARTS = 1000;
    private static final String TYPE = "x-amz-checksum-type";

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
            throw notAllowed();
        }
        return object;
    }

    HttpReply get(S3Call call) {
        return hidden(call).orElseGet(() -> shown(call, existing(storage, call)));
    }

    /** The answer when a delete marker is what the call means: an error that says so in its headers. */
    private Optional<HttpReply> hidden(S3Call call) {
        storage.buckets().existing(call.bucket());
        Optional<StoredObject> meant = call.has("versionId")
                ? storage.objects().version(call.bucket(), call.key(), call.parameter("versionId"))
                : storage.objects().newest(call.bucket(), call.key());
        return meant.filter(StoredObject::isDeleteMarker).map(marker -> {
            AwsException error = call.has("versionId") ? notAllowed() : S3Exception.noSuchKey(call.key());
            Map<String, String> headers = new LinkedHashMap<>(ObjectHeaders.version(marker));
            headers.put("x-amz-delete-marker", "true");
            if (call.has("versionId")) {
                headers.put("Allow", "DELETE");
                headers.put("Last-Modified", S3Reply.httpDate(marker.modified()));
            }
            return S3Reply.with(
                    S3Reply.error(
                            error,
                            new S3Reply.S3Trace(
                                    call.request().path(),
                                    call.request().context().requestId())),
                    headers);
        });
    }

    private static AwsException notAllowed() {
        return S3Exception.of(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    HttpReply head(S3Call call) {
        HttpReply reply = get(call);
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
            partChecksum(call, object).forEach(headers::put);
        }
        ByteRange part = range.orElse(new ByteRange(0, object.size()));
        return new HttpReply(
                range.isPresent() ? 206 : 200,
                S3Reply.lists(headers),
                new HttpReply.Body.FilePart(storage.blobs().file(object.blob()), part.first(), part.length()));
    }

    private static Map<String, String> partChecksum(S3Call call, StoredObject object) {
        boolean isWanted = call.header("x-amz-checksum-mode")
                .filter("ENABLED"::equalsIgnoreCase)
                .isPresent();
        String checksum = object.record()
                .path("partChecksums")
                .path(call.number("partNumber", 0) - 1)
                .asText();
        Map<String, String> headers = new LinkedHashMap<>();
        if (isWanted && !checksum.isEmpty()) {
            object.checksums().keySet().forEach(name -> headers.put(name, checksum));
            headers.computeIfPresent(TYPE, (name, value) -> object.checksums().getOrDefault(TYPE, value));
        }
        return headers;
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
            if (wanted.contains("Checksum") && !object.checksums().isEmpty()) {
                xml.open("Checksum");
                object.checksums().forEach((name, value) -> xml.leaf(S3Reply.checksumLeaf(name), value));
                xml.close();
            }
            if (wanted.contains("ObjectParts") && object.record().has("parts")) {
                parts(call, object, xml);
            }
            if (wanted.contains("ObjectSize")) {
                xml.leaf("ObjectSize", Long.toString(object.size()));
            }
        });
        return S3Reply.with(
                S3Reply.with(reply, ObjectHeaders.version(object)),
                Map.of("Last-Modified", S3Reply.httpDate(object.modified())));
    }

    private static void parts(S3Call call, StoredObject object, Xml xml) {
        JsonNode sizes = object.record().path("parts");
        int after = headerNumber(call, "x-amz-part-number-marker", 0);
        int most = Math.min(MOST_PARTS, headerNumber(call, "x-amz-max-parts", MOST_PARTS));
        int last = Math.min(sizes.size(), after + most);
        xml.open("ObjectParts").leaf("PartsCount", Integer.toString(sizes.size()));
        xml.leaf("PartNumberMarker", Integer.toString(after)).leaf("MaxParts", Integer.toString(most));
        xml.leaf("NextPartNumberMarker", Integer.toString(last));
        xml.leaf("IsTruncated", Boolean.toString(last < sizes.size()));
        for (int at = after; at < last; at++) {
            xml.open("Part").leaf("PartNumber", Integer.toString(at + 1));
            xml.leaf("Size", sizes.get(at).asText());
            String checksum = object.record().path("partChecksums").path(at).asText();
            object.checksums().keySet().stream()
                    .filter(name -> !name.equals(TYPE) && !checksum.isEmpty())
                    .forEach(name -> xml.leaf(S3Reply.checksumLeaf(name), checksum));
            xml.close();
        }
        xml.close();
    }

    private static int headerNumber(S3Call call, String name, int otherwise) {
        try {
            return call.header(name)
                    .map(text -> Math.max(0, Integer.parseInt(text)))
                    .orElse(otherwise);
        } catch (NumberFormatException notANumber) {
            throw S3Exception.invalidArgument("Provided " + name + " not an integer or within integer range");
        }
    }
}
