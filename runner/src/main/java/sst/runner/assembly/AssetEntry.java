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

    /** A container image that is built from a folder. */
    record DockerAsset(String id, String name, ImageSource source, List<ImageDestination> destinations)
            implements AssetEntry {
        public DockerAsset {
            destinations = List.copyOf(destinations);
        }
    }

    /**
     * What an image is built from.
     *
     * @param folder what docker gets to see
     * @param file the Dockerfile, from {@code folder}; null for docker's own choice
     * @param options further words of {@code docker build}, in order: build arguments, target, platform, network …
     */
    record ImageSource(Path folder, @Nullable String file, List<String> options) {
        public ImageSource {
            options = List.copyOf(options);
        }
    }

    /**
     * Where an image goes.
     *
     * @param region null for the stack's region
     * @param role the publishing role, null for the caller's own credentials
     */
    record ImageDestination(String repository, String tag, @Nullable String region, @Nullable String role) {}

    /**
     * Where a file asset goes.
     *
     * @param region null for the stack's region
     * @param role the publishing role, null for the caller's own credentials
     */
    record Destination(String bucket, String key, @Nullable String region, @Nullable String role) {}
}
