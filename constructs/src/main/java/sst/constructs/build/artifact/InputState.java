package sst.constructs.build.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import sst.constructs.host.ContentHash;

/**
 * The contents of inputs at one moment. A file whose size and time are as they were is not read again, unless its
 * time is so close to the moment of the earlier look that it may have changed within the clock's grain.
 *
 * @param project paths are kept relative to it, so that the project can be moved
 * @param stamps by path
 * @param hash of all names and contents
 */
record InputState(Path project, Map<String, Stamp> stamps, String hash) {
    private static final String GONE = "gone";
    private static final long GRAIN_MILLIS = 2_000;

    /**
     * How a file looked.
     *
     * @param size in bytes
     * @param modified milliseconds since the epoch
     * @param hash of its content
     */
    record Stamp(long size, long modified, String hash) {}

    /**
     * What is known from an earlier look.
     *
     * @param stamps by path
     * @param at milliseconds since the epoch
     */
    record Earlier(Map<String, Stamp> stamps, long at) {
        static Earlier nothing() {
            return new Earlier(Map.of(), 0);
        }

        private boolean isTrusted(Stamp stamp, BasicFileAttributes now) {
            return stamp.size() == now.size()
                    && stamp.modified() == now.lastModifiedTime().toMillis()
                    && stamp.modified() < at - GRAIN_MILLIS;
        }
    }

    static InputState look(Path project, Inputs inputs, Earlier earlier) {
        Map<String, Stamp> stamps = new LinkedHashMap<>();
        ContentHash all = new ContentHash();
        for (Path file : inputs.allFiles()) {
            String name = name(project, file);
            Stamp stamp = stamp(file, earlier.stamps().get(name), earlier);
            stamps.put(name, stamp);
            all.add(name).add(stamp.hash());
        }
        for (Path folder : inputs.folders()) {
            all.add(name(project, folder)).addAll(Inputs.names(folder));
        }
        return new InputState(project, stamps, all.hex());
    }

    /** Whether a file was written after the moment, so that it is not known which of its contents was used. */
    boolean hasChangedSince(long millis) {
        return stamps.values().stream().anyMatch(stamp -> stamp.modified() > millis);
    }

    static String name(Path project, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return (absolute.startsWith(project) ? project.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    private static Stamp stamp(Path file, @org.jspecify.annotations.Nullable Stamp known, Earlier earlier) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            String hash = known != null && earlier.isTrusted(known, now) ? known.hash() : ContentHash.of(file);
            return new Stamp(now.size(), now.lastModifiedTime().toMillis(), hash);
        } catch (IOException e) {
            return new Stamp(0, 0, GONE);
        }
    }
}
