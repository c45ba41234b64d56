package sst.local.wire.body;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksum algorithms of {@code x-amz-checksum-*} headers and trailers.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
public enum Checksum {
    /** CRC-32, four bytes. */
    CRC32("x-amz-checksum-crc32") {
        @Override
        public Running start() {
            return new Cyclic(new CRC32());
        }
    },
    /** CRC-32C, four bytes. */
    CRC32C("x-amz-checksum-crc32c") {
        @Override
        public Running start() {
            return new Cyclic(new CRC32C());
        }
    },
    /** CRC-64/NVME, eight bytes. */
    CRC64NVME("x-amz-checksum-crc64nvme") {
        @Override
        public Running start() {
            return new Crc64();
        }
    },
    /** SHA-1, twenty bytes. */
    SHA1("x-amz-checksum-sha1") {
        @Override
        public Running start() {
            return new Digest("SHA-1");
        }
    },
    /** SHA-256, thirty-two bytes. */
    SHA256("x-amz-checksum-sha256") {
        @Override
        public Running start() {
            return new Digest("SHA-256");
        }
    };

    private final String header;

    Checksum(String header) {
        this.header = header;
    }

    /** The lower-case header that carries it in base64. */
    public String header() {
        return header;
    }

    /** Starts a computation. */
    public abstract Running start();

    /** The algorithm whose header this is. */
    public static Optional<Checksum> ofHeader(String header) {
        return Arrays.stream(values())
                .filter(one -> one.header.equalsIgnoreCase(header.trim()))
                .findFirst();
    }

    /** A computation under way. */
    public interface Running {
        /** Takes bytes in. */
        void update(byte[] bytes, int offset, int length);

        /** The result as its header carries it. */
        String base64();
    }

    private record Cyclic(java.util.zip.Checksum crc) implements Running {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            crc.update(bytes, offset, length);
        }

        @Override
        public String base64() {
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(Integer.BYTES)
                            .putInt((int) crc.getValue())
                            .array());
        }
    }

    private record Digest(MessageDigest digest) implements Running {
        Digest(String algorithm) {
            this(digest(algorithm));
        }

        private static MessageDigest digest(String algorithm) {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public String base64() {
            return Base64.getEncoder().encodeToString(digest.digest());
        }
    }
}
