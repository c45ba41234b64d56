package sst.constructs.build.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sst.constructs.host.ContentHash;

/** One look at the files of a project: each is looked at once, for however many functions it matters. */
public final class Look {
    private static final String GONE = "gone";

    private final Path project;
    private final KnownHashes hashes;
    private final Clock clock;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    /**
     * How a file looks now.
     *
     * @param name its path below the project, with slashes; outside of it, its whole path
     * @param modified milliseconds since the epoch
     * @param hash of its content
     */
    record Seen(String name, long modified, String hash) {}

    Look(Path project, KnownHashes hashes, Clock clock) {
        this.project = project;
        this.hashes = hashes;
        this.clock = clock;
    }

    Seen at(Path file) {
        return seen.computeIfAbsent(file, this::look);
    }

    String name(Path path) {
        return name(project, path);
    }

    /** Names are kept relative to the project, so that it can be moved. */
    static String name(Path project, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(project) ? project.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    private Seen look(Path file) {
        String name = name(file);
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            String hash = hashes.find(name, now).orElseGet(() -> read(file, name, now));
            return new Seen(name, now.lastModifiedTime().toMillis(), hash);
        } catch (IOException e) {
            return new Seen(name, 0, GONE);
        }
    }

    private String read(Path file, String name, BasicFileAttributes now) {
        long at = clock.millis();
        String hash = ContentHash.of(file);
        hashes.keep(name, now, hash, at);
        return hash;
    }
}
