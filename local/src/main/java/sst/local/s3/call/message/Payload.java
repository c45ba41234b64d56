package sst.local.s3.call.message;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import sst.local.s3.bucket.Blob;
import sst.local.s3.bucket.Blobs;
import sst.local.s3.bucket.S3Exception;
import sst.local.wire.AwsException;
import sst.local.wire.body.Checksum;

/** Takes a body in and compares it with what its headers say about it. */
public record Payload(Blobs blobs) {
    private static final long LARGEST = 5L * 1024 * 1024 * 1024;

    /** The additional checksum that the caller sends or asks for. */
    public static Optional<Checksum> checksum(S3Call call) {
        Optional<Checksum> trailer = call.header("x-amz-trailer").flatMap(Checksum::ofHeader);
        Optional<Checksum> sent = Arrays.stream(Checksum.values())
                .filter(one -> call.header(one.header()).isPresent())
                .findFirst();
        Optional<Checksum> named = call.header("x-amz-sdk-checksum-algorithm")
                .or(() -> call.header("x-amz-checksum-algorithm"))
                .flatMap(name -> Checksum.ofHeader("x-amz-checksum-" + name));
        return sent.or(() -> trailer).or(() -> named);
    }

    public Blob take(S3Call call, Optional<Checksum> checksum) {
        long announced = length(call);
        if (announced > LARGEST) {
            throw S3Exception.of(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size");
        }
        Blob blob = blobs.write(call.request().body(), checksum);
        try {
            check(call, blob, announced);
            checksum.ifPresent(one -> check(call, blob, one));
            return blob;
        } catch (AwsException refused) {
            blobs.discard(blob.id());
            throw refused;
        }
    }

    private static long length(S3Call call) {
        try {
            return call.header("x-amz-decoded-content-length")
                    .or(() -> call.header("Content-Length"))
                    .map(Long::parseLong)
                    .orElse(-1L);
        } catch (NumberFormatException notANumber) {
            throw S3Exception.invalidArgument("x-amz-decoded-content-length is not a number");
        }
    }

    private static void check(S3Call call, Blob blob, long announced) {
        if (announced >= 0 && announced != blob.size()) {
            throw S3Exception.of(
                    400,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the Content-Length HTTP header");
        }
        Optional<String> md5 = call.header("Content-MD5");
        if (md5.isPresent() && !hex(md5.get()).equals(blob.md5())) {
            throw S3Exception.of(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64.trim()));
        } catch (IllegalArgumentException notBase64) {
            throw S3Exception.of(400, "InvalidDigest", "The Content-MD5 you specified is not valid.");
        }
    }

    private static void check(S3Call call, Blob blob, Checksum checksum) {
        Optional<String> given = call.header(checksum.header());
        if (given.isPresent() && !given.get().trim().equals(blob.checksum())) {
            throw S3Exception.of(
                    400, "BadDigest", "The " + checksum + " you specified did not match the calculated checksum.");
        }
    }
}
