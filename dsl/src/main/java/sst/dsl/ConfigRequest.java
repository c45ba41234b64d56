package sst.dsl;

import java.io.PrintWriter;
import java.nio.file.Path;
import sst.model.app.StageContext;

/**
 * What is to be evaluated.
 *
 * @param root the project's folder
 * @param file the config's path below the root, such as {@code sst.config.groovy}
 * @param context stage and environment
 * @param cache folder for compiled scripts
 * @param out where prints of the config go
 */
public record ConfigRequest(Path root, String file, StageContext context, Path cache, PrintWriter out) {
    public ConfigRequest {
        root = root.toAbsolutePath().normalize();
    }
}
