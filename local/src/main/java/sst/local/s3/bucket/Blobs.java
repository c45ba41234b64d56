package sst.local.s3.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.body.Checksum;

/**
 * The files that hold objects' bytes. A file is whole before its record is written, and is deleted only some time after
 * its record is gone and committed, so a kill leaves no record without its bytes.
 */
public final class Blobs {
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Path incoming;
    private final NavigableMap<String, JsonNode> discarded;
    private final Clock clock;

    /** Uses a folder of the store. */
    public Blobs(Store store, Clock clock) {
        this.folder = store.folder("s3");
        this.incoming = store.folder("s3-incoming");
        this.discarded = store.json("s3.discarded");
        this.clock = clock;
    }

    /** The file of a blob. */
    public Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    /**
     * Writes a stream to a new file.
     *
     * @throws AwsException {@code IncompleteBody} when the stream breaks off
     */
    public Blob write(InputStream in, Optional<Checksum> checksum) {
        String id = UUID.randomUUID().toString();
        Path draft = incoming.resolve(id);
        try {
            try {
                Blob blob = copy(in, draft, checksum);
                Path file = file(id);
                Files.createDirectories(file.getParent());
                Files.move(draft, file);
                return blob;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (BrokenBody broken) {
            throw new AwsException(
                    400,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the Content-Length HTTP header");
        } catch (IOException full) {
            throw new UncheckedIOException("cannot keep an object in " + folder, full);
        }
    }

    private static Blob copy(InputStream in, Path file, Optional<Checksum> algorithm) throws IOException {
        MessageDigest md5 = md5();
        Optional<Checksum.Running> checksum = algorithm.map(Checksum::start);
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                out.write(buffer, 0, count);
                md5.update(buffer, 0, count);
                if (checksum.isPresent()) {
                    checksum.get().update(buffer, 0, count);
                }
                size += count;
            }
        }
        return new Blob(
                file.getFileName().toString(),
                size,
                HexFormat.of().formatHex(md5.digest()),
                checksum.map(Checksum.Running::base64).orElse(""));
    }

    private static int read(InputStream in, byte[] buffer) throws BrokenBody {
        try {
            return in.read(buffer);
        } catch (IOException broken) {
            throw new BrokenBody(broken);
        }
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes several blobs one after the other as a new one. */
    public Blob join(List<String> ids, Optional<Checksum> checksum) {
        try (InputStream all = new SequenceInputStream(
                Collections.enumeration(ids.stream().map(this::open).toList()))) {
            return write(all, checksum);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes a part of a blob as a new one. */
    public Blob part(String id, ByteRange range) {
        try (InputStream whole = open(id)) {
            whole.skipNBytes(range.first());
            return write(new BoundedStream(whole, range.length()), Optional.empty());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private InputStream open(String id) {
        try {
            return Files.newInputStream(file(id));
        } catch (IOException gone) {
            throw new UncheckedIOException("a bucket's file is missing: " + file(id), gone);
        }
    }

    /** Lets a blob go; it stays readable for a moment. */
    public void discard(String id) {
        if (id.isEmpty()) {
            return;
        }
        sweep();
        discarded.put(id, LongNode.valueOf(clock.millis()));
    }

    private void sweep() {
        long before = clock.millis() - GRACE.toMillis();
        discarded.entrySet().removeIf(entry -> {
            boolean isOld = entry.getValue().asLong() < before;
            if (isOld) {
                delete(entry.getKey());
            }
            return isOld;
        });
    }

    private void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }

    /** The caller's stream failed, not our disk. */
    private static final class BrokenBody extends IOException {
        BrokenBody(IOException cause) {
            super(cause);
        }
    }
}
