package sst.runner.assembly;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One asset of an assembly's manifest and the places it is published to. */
public sealed interface AssetEntry {
    /** The content address that templates refer to. */
    String id();

    /** What people know it by. */
    String name();

    /**
     * A file, or a folder that is published as a zip.
     *
     * @param zip whether {@code source} is packed before it is published
     */
    record FileAsset(String id, String name, Path source, boolean zip, List<Destination> destinations)
            implements AssetEntry {
        public FileAsset {
            destinations = List.copyOf(destinations);
        }
    }

    /** A container image; read so that it can be refused by name. */
    record DockerAsset(String id, String name) implements AssetEntry {}

    /**
     * Where a file asset goes.
     *
     * @param region null for the stack's region
     * @param role the publishing role, null for the caller's own credentials
     */
    record Destination(String bucket, String key, @Nullable String region, @Nullable String role) {}
}
