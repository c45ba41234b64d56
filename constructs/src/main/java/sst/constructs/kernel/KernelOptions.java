package sst.constructs.kernel;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the kernel keeps what it prepares once, and which node runs it.
 *
 * @param cache the user's cache folder of this product, such as {@code ~/.cache/sst}
 * @param node the node executable: a path, or a name to be found on {@code PATH}
 * @param folder from which relative paths that the CDK gets are meant; empty for the JVM's own
 */
public record KernelOptions(Path cache, String node, Path folder) {
    /** A kernel in the JVM's own folder. */
    public KernelOptions(Path cache, String node) {
        this(cache, node, Path.of(""));
    }

    /** The same for a project: {@code Code.fromAsset('src')} in its config is the project's {@code src}. */
    public KernelOptions in(Path project) {
        return new KernelOptions(cache, node, project);
    }

    /** The usual places: {@code SST_CACHE_DIR}, {@code XDG_CACHE_HOME} or {@code ~/.cache}; {@code SST_NODE} or {@code node}. */
    public static KernelOptions of(Map<String, String> environment, Path home) {
        String cache = environment.get("SST_CACHE_DIR");
        String shared = environment.get("XDG_CACHE_HOME");
        Path parent = shared == null || shared.isEmpty() ? home.resolve(".cache") : Path.of(shared);
        return new KernelOptions(
                cache == null || cache.isEmpty() ? parent.resolve("sst") : Path.of(cache),
                environment.getOrDefault("SST_NODE", "node"));
    }
}
