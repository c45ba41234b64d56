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
    private static final int PAGE_BYTES = 4096;

    private StoreFile() {}

    static MVStore open(Path file) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    // Or it would write on its own, in the middle of changes that belong together.
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .pageSplitSize(PAGE_BYTES)
                    .open();
            // Every use pins its version, and a dying process loses no write that it made; so nothing has to stay
            // longer.
            // With the default of 45 s a busy file grows by hundreds of megabytes.
            store.setRetentionTime(0);
            return store;
        } catch (MVStoreException damaged) {
            throw new StoreException(
                    "the local cloud's state in " + file + " cannot be opened: " + damaged.getMessage(), damaged);
        }
    }
}
