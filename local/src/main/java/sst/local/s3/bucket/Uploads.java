package sst.local.s3.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.body.Checksum;
import sst.local.wire.codec.Json;

/** Uploads in parts that are under way. */
public final class Uploads {
    private static final int MOST_PARTS = 10_000;
    private static final long SMALLEST_PART = 5L * 1024 * 1024;

    private final NavigableMap<String, JsonNode> uploads;
    private final NavigableMap<String, JsonNode> parts;
    private final Blobs blobs;
    private final Clock clock;

    /** Uses the store's uploads. */
    public Uploads(Store store, Clock clock, Blobs blobs) {
        this.uploads = store.json("s3.uploads");
        this.parts = store.json("s3.parts");
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Begins an upload of an object whose record so far is given; gives the upload's id. */
    public String begin(String bucket, ObjectNode record) {
        String id = UUID.randomUUID().toString().replace("-", "");
        uploads.put(
                id,
                Json.object()
                        .put("id", id)
                        .put("bucket", bucket)
                        .put("initiated", clock.millis())
                        .set("object", record));
        return id;
    }

    /**
     * The upload's record.
     *
     * @throws AwsException {@code NoSuchUpload}
     */
    public ObjectNode existing(String bucket, String key, String id) {
        JsonNode upload = uploads.get(id);
        boolean isMeant = upload != null
                && upload.path("bucket").asText().equals(bucket)
                && upload.path("object").path("key").asText().equals(key);
        if (upload == null || !isMeant) {
            throw S3Exception.of(
                    404,
                    "NoSuchUpload",
                    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                            + " aborted or completed.");
        }
        return (ObjectNode) upload;
    }

    /** The uploads of a bucket. */
    public Stream<JsonNode> of(String bucket) {
        return uploads.values().stream()
                .filter(upload -> upload.path("bucket").asText().equals(bucket));
    }

    private NavigableMap<String, JsonNode> partsOf(String id) {
        return parts.subMap(id + "/", true, id + "0", false);
    }

    /** The parts of an upload by number. */
    public List<JsonNode> parts(String id) {
        return List.copyOf(partsOf(id).values());
    }

    /** Keeps a part; one of the same number is replaced. */
    public synchronized void put(String id, int number, Blob blob) {
        if (number < 1 || number > MOST_PARTS) {
            blobs.discard(blob.id());
            throw S3Exception.invalidArgument("Part number must be an integer between 1 and 10000, inclusive");
        }
        JsonNode before = parts.put(
                String.format("%s/%05d", id, number),
                Json.object()
                        .put("number", number)
                        .put("blob", blob.id())
                        .put("size", blob.size())
                        .put("etag", blob.md5())
                        .put("checksum", blob.checksum())
                        .put("modified", clock.millis()));
        if (before != null) {
            blobs.discard(before.path("blob").asText());
        }
    }

    /** Puts the named parts together; the upload itself stays until {@link #end}. */
    public Joined join(String id, List<WantedPart> wanted, Optional<Checksum> checksum) {
        List<JsonNode> chosen = chosen(id, wanted);
        Blob blob = blobs.join(
                chosen.stream().map(part -> part.path("blob").asText()).toList(), checksum);
        MessageDigest md5 = Blobs.md5();
        Optional<Checksum.Running> composite = checksum.map(Checksum::start);
        for (JsonNode part : chosen) {
            md5.update(HexFormat.of().parseHex(part.path("etag").asText()));
            composite.ifPresent(running -> {
                byte[] bytes = Base64.getDecoder().decode(part.path("checksum").asText());
                running.update(bytes, 0, bytes.length);
            });
        }
        String count = "-" + chosen.size();
        return new Joined(
                blob,
                HexFormat.of().formatHex(md5.digest()) + count,
                composite.map(running -> running.base64() + count).orElse(""),
                chosen.stream().map(part -> part.path("size").asLong()).toList(),
                checksum.isEmpty()
                        ? List.of()
                        : chosen.stream()
                                .map(part -> part.path("checksum").asText())
                                .toList());
    }

    private List<JsonNode> chosen(String id, List<WantedPart> wanted) {
        List<JsonNode> chosen = new ArrayList<>();
        int before = 0;
        for (WantedPart one : wanted) {
            if (one.number() <= before) {
                throw S3Exception.of(
                        400,
                        "InvalidPartOrder",
                        "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }
            before = one.number();
            JsonNode part = partsOf(id).get(String.format("%s/%05d", id, one.number()));
            if (part == null || !one.isThat(part)) {
                throw S3Exception.of(
                        400,
                        "InvalidPart",
                        "One or more of the specified parts could not be found. The part may not have been uploaded,"
                                + " or the specified entity tag may not match the part's entity tag.");
            }
            chosen.add(part);
        }
        boolean isSmall = chosen.stream()
                .limit(Math.max(0, chosen.size() - 1))
                .anyMatch(part -> part.path("size").asLong() < SMALLEST_PART);
        if (isSmall) {
            throw S3Exception.of(
                    400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }
        return chosen;
    }

    /** Forgets the upload and its parts. */
    public synchronized void end(String id) {
        uploads.remove(id);
        partsOf(id).values().forEach(part -> blobs.discard(part.path("blob").asText()));
        partsOf(id).clear();
    }

    /** A part that CompleteMultipartUpload names; its checksum is empty when none is given. */
    public record WantedPart(int number, String etag, String checksum) {
        private boolean isThat(JsonNode part) {
            return part.path("etag").asText().equals(etag.replace("\"", ""))
                    && (checksum.isEmpty() || part.path("checksum").asText().equals(checksum));
        }
    }

    /**
     * The parts as one.
     *
     * @param blob the bytes
     * @param etag the hash of the parts' hashes, and their number
     * @param compositeChecksum the checksum of the parts' checksums, and their number
     * @param sizes of the parts
     * @param checksums of the parts, empty without an algorithm
     */
    public record Joined(Blob blob, String etag, String compositeChecksum, List<Long> sizes, List<String> checksums) {}
}
