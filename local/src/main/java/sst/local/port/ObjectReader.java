package sst.local.port;

import java.nio.file.Path;
import java.util.Optional;

/** Reads whole objects out of local buckets: function code, templates. */
public interface ObjectReader {
    /** The file that holds the object's bytes; it must not be changed. Empty when bucket or key do not exist. */
    Optional<Path> find(String bucket, String key);
}
