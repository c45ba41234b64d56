package sst.local.s3.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.local.s3.bucket.Blob;
import sst.local.s3.bucket.ByteRange;
import sst.local.s3.bucket.Conditions;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.s3.bucket.Uploads;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.ObjectHeaders;
import sst.local.s3.call.message.Payload;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.HttpReply;
import sst.local.wire.body.Checksum;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Xml;

/** The calls of an upload in parts. */
record UploadCalls(Storage storage) {
    private static final String ALGORITHM = "checksumAlgorithm";
    private static final String TYPE = "checksumType";

    HttpReply begin(S3Call call) {
        storage.buckets().existing(call.bucket());
        ObjectNode record = ObjectHeaders.record(call);
        Map<String, String> headers = new LinkedHashMap<>();
        Payload.checksum(call).ifPresent(one -> {
            String type =
                    call.header("x-amz-checksum-type").orElse(one == Checksum.CRC64NVME ? "FULL_OBJECT" : "COMPOSITE");
            record.put(ALGORITHM, one.header()).put(TYPE, type);
            headers.put("x-amz-checksum-algorithm", one.name());
            headers.put("x-amz-checksum-type", type);
        });
        String id = storage.uploads().begin(call.bucket(), record);
        HttpReply reply = S3Reply.xml(
                "InitiateMultipartUploadResult",
                xml -> xml.leaf("Bucket", call.bucket()).leaf("Key", call.key()).leaf("UploadId", id));
        return S3Reply.with(reply, headers);
    }

    private ObjectNode existing(S3Call call) {
        storage.buckets().existing(call.bucket());
        return storage.uploads().existing(call.bucket(), call.key(), call.parameter("uploadId"));
    }

    private static Optional<Checksum> algorithm(JsonNode upload) {
        return Checksum.ofHeader(upload.path("object").path(ALGORITHM).asText());
    }

    HttpReply part(S3Call call) {
        ObjectNode upload = existing(call);
        int number = call.number("partNumber", 0);
        Optional<Checksum> checksum = algorithm(upload).or(() -> Payload.checksum(call));
        boolean isCopy = call.header("x-amz-copy-source").isPresent();
        Blob blob = isCopy ? copied(call) : new Payload(storage.blobs()).take(call, checksum);
        storage.together(() -> {
            storage.uploads().put(call.parameter("uploadId"), number, blob);
            return blob;
        });
        String etag = "\"" + blob.md5() + "\"";
        if (isCopy) {
            return S3Reply.xml("CopyPartResult", xml -> xml.leaf("ETag", etag)
                    .leaf(
                            "LastModified",
                            S3Reply.xmlDate(upload.path("initiated").asLong())));
        }
        HttpReply reply = S3Reply.empty(200, Map.of("ETag", etag));
        return checksum.map(one -> S3Reply.with(reply, Map.of(one.header(), blob.checksum())))
                .orElse(reply);
    }

    private Blob copied(S3Call call) {
        StoredObject source = WriteCalls.source(storage, call);
        Optional<ByteRange> range =
                call.header("x-amz-copy-source-range").map(header -> copyRange(header, source.size()));
        return storage.blobs().part(source.blob(), range.orElse(new ByteRange(0, source.size())));
    }

    /** Unlike a read's range it must be whole, and lie inside of the source. */
    private static ByteRange copyRange(String header, long size) {
        if (!header.matches("bytes=[0-9]{1,18}-[0-9]{1,18}")) {
            throw S3Exception.invalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last"
                    + " where first and last are the zero-based offsets of the first and last bytes to copy");
        }
        long last = Long.parseLong(header.substring(header.indexOf('-') + 1));
        return ByteRange.parse(header, size)
                .filter(range -> last < size)
                .orElseThrow(() -> S3Exception.of(
                        416, "InvalidRange", "Range specified is not valid for source object of size: " + size));
    }

    /** An upload that is complete already is answered again, since the first answer may have been lost. */
    private Optional<StoredObject> completed(S3Call call) {
        storage.buckets().existing(call.bucket());
        return storage.objects()
                .current(call.bucket(), call.key())
                .filter(object -> object.record().path("upload").asText().equals(call.parameter("uploadId")));
    }

    HttpReply complete(S3Call call) {
        Optional<StoredObject> before = completed(call);
        return before.isPresent() ? completion(call, before.get()) : join(call);
    }

    private HttpReply join(S3Call call) {
        ObjectNode upload = existing(call);
        List<Uploads.WantedPart> wanted = Element.parse(call.document(), "CompleteMultipartUpload")
                .all("Part")
                .map(UploadCalls::wanted)
                .toList();
        if (wanted.isEmpty()) {
            throw S3Exception.malformedXml();
        }
        Optional<Checksum> checksum = algorithm(upload);
        Uploads.Joined joined = storage.uploads().join(call.parameter("uploadId"), wanted, checksum);
        ObjectNode record = record(upload, joined, checksum).put("upload", call.parameter("uploadId"));
        requireChecksum(call, record);
        StoredObject object = storage.together(() -> {
            StoredObject made = storage.objects().put(call.bucket(), record, new Conditions(call::header)::checkWrite);
            storage.uploads().end(call.parameter("uploadId"));
            call.tell(storage, "ObjectCreated:CompleteMultipartUpload", made);
            return made;
        });
        return completion(call, object);
    }

    private static Uploads.WantedPart wanted(Element part) {
        String checksum = part.children().stream()
                .filter(child -> child.name().startsWith("Checksum"))
                .map(Element::text)
                .findFirst()
                .orElse("");
        return new Uploads.WantedPart(number(part.value("PartNumber")), part.value("ETag"), checksum);
    }

    /** The checksum of the whole that the caller expects. */
    private void requireChecksum(S3Call call, ObjectNode record) {
        record.path("checksums").properties().forEach(one -> call.header(one.getKey())
                .filter(given -> !given.trim().equals(one.getValue().asText()))
                .ifPresent(given -> {
                    storage.blobs().discard(record.path("blob").asText());
                    throw S3Exception.of(
                            400,
                            "BadDigest",
                            "The " + one.getKey() + " you specified did not match the calculated checksum.");
                }));
    }

    private static HttpReply completion(S3Call call, StoredObject object) {
        HttpReply reply = S3Reply.xml("CompleteMultipartUploadResult", xml -> xml.leaf(
                        "Location",
                        call.request().context().endpoint() + call.request().path())
                .leaf("Bucket", call.bucket())
                .leaf("Key", call.key())
                .leaf("ETag", object.etag())
                .leaves(checksums(object)));
        return S3Reply.with(reply, ObjectHeaders.version(object));
    }

    private static Map<String, String> checksums(StoredObject object) {
        Map<String, String> leaves = new LinkedHashMap<>();
        object.checksums().forEach((name, value) -> leaves.put(S3Reply.checksumLeaf(name), value));
        return leaves;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw S3Exception.malformedXml();
        }
    }

    private static ObjectNode record(ObjectNode upload, Uploads.Joined joined, Optional<Checksum> checksum) {
        ObjectNode record = upload.path("object").deepCopy();
        boolean isWhole = record.path(TYPE).asText().equals("FULL_OBJECT");
        record.remove(List.of(ALGORITHM, TYPE));
        record.put("blob", joined.blob().id()).put("size", joined.blob().size()).put("etag", joined.etag());
        checksum.ifPresent(one -> record.putObject("checksums")
                .put(one.header(), isWhole ? joined.blob().checksum() : joined.compositeChecksum())
                .put("x-amz-checksum-type", isWhole ? "FULL_OBJECT" : "COMPOSITE"));
        ArrayNode sizes = record.putArray("parts");
        joined.sizes().forEach(sizes::add);
        ArrayNode checksums = record.putArray("partChecksums");
        joined.checksums().forEach(checksums::add);
        return record;
    }

    HttpReply abort(S3Call call) {
        existing(call);
        storage.together(() -> {
            storage.uploads().end(call.parameter("uploadId"));
            return call;
        });
        return HttpReply.empty(204);
    }

    HttpReply parts(S3Call call) {
        JsonNode object = existing(call).path("object");
        Optional<String> checksum =
                algorithm(Json.object().set("object", object)).map(Checksum::header);
        List<JsonNode> all = storage.uploads().parts(call.parameter("uploadId"));
        int after = call.number("part-number-marker", 0);
        int most = Math.min(1000, call.number("max-parts", 1000));
        List<JsonNode> rest =
                all.stream().filter(part -> part.path("number").asInt() > after).toList();
        List<JsonNode> page = rest.subList(0, Math.min(most, rest.size()));
        return S3Reply.xml("ListPartsResult", xml -> {
            xml.leaf("Bucket", call.bucket()).leaf("Key", call.key()).leaf("UploadId", call.parameter("uploadId"));
            xml.leaf("PartNumberMarker", Integer.toString(after)).leaf("MaxParts", Integer.toString(most));
            checksum.flatMap(Checksum::ofHeader).ifPresent(one -> xml.leaf("ChecksumAlgorithm", one.name())
                    .leaf("ChecksumType", object.path(TYPE).asText()));
            xml.leaf("StorageClass", "STANDARD").leaf("IsTruncated", Boolean.toString(page.size() < rest.size()));
            if (page.size() < rest.size()) {
                xml.leaf(
                        "NextPartNumberMarker",
                        page.get(page.size() - 1).path("number").asText());
            }
            page.forEach(part -> part(part, checksum, xml));
        });
    }

    private static void part(JsonNode part, Optional<String> checksum, Xml xml) {
        xml.open("Part")
                .leaf("PartNumber", part.path("number").asText())
                .leaf("LastModified", S3Reply.xmlDate(part.path("modified").asLong()))
                .leaf("ETag", "\"" + part.path("etag").asText() + "\"")
                .leaf("Size", part.path("size").asText());
        checksum.ifPresent(name ->
                xml.leaf(S3Reply.checksumLeaf(name), part.path("checksum").asText()));
        xml.close();
    }

    HttpReply list(S3Call call) {
        storage.buckets().existing(call.bucket());
        return S3Reply.xml("ListMultipartUploadsResult", xml -> {
            xml.leaf("Bucket", call.bucket()).leaf("IsTruncated", "false");
            storage.uploads()
                    .of(call.bucket())
                    .filter(upload -> upload.path("object").path("key").asText().startsWith(call.parameter("prefix")))
                    .forEach(upload -> xml.open("Upload")
                            .leaf("Key", upload.path("object").path("key").asText())
                            .leaf("UploadId", upload.path("id").asText())
                            .leaf(
                                    "Initiated",
                                    S3Reply.xmlDate(upload.path("initiated").asLong()))
                            .leaf("StorageClass", "STANDARD")
                            .close());
        });
    }
}
