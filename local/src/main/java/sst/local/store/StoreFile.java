package sst.local.store;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Opens the store file: a log of checksummed chunks, so a torn tail or a damaged last chunk falls back to the last whole
 * commit by itself. What cannot be opened is left as it is.
 */
final class StoreFile {
    private static final int CACHE_MEGABYTES = 8;

    private StoreFile() {}

    static MVStore open(Path file) {
        try {
            return new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
        } catch (MVStoreException damaged) {
            throw new StoreException(
                    "the local cloud's state in " + file + " cannot be opened: " + damaged.getMessage(), damaged);
        }
    }
}
