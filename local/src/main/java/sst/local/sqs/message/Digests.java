package sst.local.sqs.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digests by which clients check what they sent and got.
 * See https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
public final class Digests {
    private Digests() {}

    /** The MD5 of a text in UTF-8, as hexadecimal. */
    public static String md5(String text) {
        return HexFormat.of().formatHex(digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 of a text in UTF-8, as hexadecimal: the deduplication id of a content. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The MD5 over attributes in the order of their names: lengths, names, types, transports and values. */
    public static String md5(JsonNode attributes) {
        MessageDigest digest = digest("MD5");
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        sorted.forEach((name, value) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, value.path("DataType").asText().getBytes(StandardCharsets.UTF_8));
            boolean isBinary = value.path("DataType").asText().startsWith("Binary");
            digest.update((byte) (isBinary ? 2 : 1));
            add(
                    digest,
                    isBinary
                            ? Base64.getDecoder()
                                    .decode(value.path("BinaryValue").asText())
                            : value.path("StringValue").asText().getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
