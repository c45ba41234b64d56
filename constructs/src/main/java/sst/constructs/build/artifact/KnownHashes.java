package sst.constructs.build.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The hashes of files by their size and time, so that a file which looks as it did is not read again. One memory for all
 * functions of a project: they share most of {@code node_modules}. It is kept as a text file; losing it costs time only.
 */
final class KnownHashes {
    /** Of a file whose time is this close to the moment of the look, the content may still change unseen. */
    private static final long GRAIN_MILLIS = 2_000;

    private static final int FIELDS = 4;

    private final Path file;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile boolean isLoaded;
    private volatile boolean isNew;

    /** How a file looked: bytes, milliseconds since the epoch, hash of the content. */
    private record Known(long size, long modified, String hash) {
        private boolean looksLike(BasicFileAttributes now) {
            return size == now.size() && modified == now.lastModifiedTime().toMillis();
        }
    }

    KnownHashes(Path file) {
        this.file = file;
    }

    Optional<String> find(String name, BasicFileAttributes now) {
        load();
        return Optional.ofNullable(known.get(name))
                .filter(each -> each.looksLike(now))
                .map(Known::hash);
    }

    /** Remembers a hash that was computed at a moment, in milliseconds since the epoch. */
    void keep(String name, BasicFileAttributes looks, String hash, long at) {
        long modified = looks.lastModifiedTime().toMillis();
        if (modified < at - GRAIN_MILLIS) {
            known.put(name, new Known(looks.size(), modified, hash));
            isNew = true;
        }
    }

    /** Writes what is new to disk. */
    synchronized void save() {
        if (!isNew) {
            return;
        }
        isNew = false;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "hashes", ".part");
            Files.write(
                    part,
                    new TreeMap<>(known)
                            .entrySet().stream()
                                    .map(entry -> line(entry.getKey(), entry.getValue()))
                                    .toList());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
    }

    private synchronized void load() {
        if (isLoaded) {
            return;
        }
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(this::read);
            } catch (IOException | UncheckedIOException unreadable) {
                known.clear();
            }
        }
        isLoaded = true;
    }

    private static String line(String name, Known each) {
        return each.hash() + ' ' + each.size() + ' ' + each.modified() + ' ' + name;
    }

    private void read(String line) {
        String[] fields = line.split(" ", FIELDS);
        if (fields.length == FIELDS && isNumber(fields[1]) && isNumber(fields[2])) {
            Known each = new Known(Long.parseLong(fields[1]), Long.parseLong(fields[2]), fields[0]);
            known.putIfAbsent(fields[FIELDS - 1], each);
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(each -> each >= '0' && each <= '9');
    }
}
