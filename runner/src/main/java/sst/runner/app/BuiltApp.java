package sst.runner.app;

import java.nio.file.Path;

/**
 * An assembly on disk.
 *
 * @param reused whether nothing had to be synthesized
 */
public record BuiltApp(Path folder, boolean reused) {}
