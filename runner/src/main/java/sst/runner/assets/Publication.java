package sst.runner.assets;

import java.nio.file.Path;
import sst.runner.aws.BlobPort;
import sst.runner.aws.BlobPort.Bucket;

/**
 * One object that must be in its bucket before a stack can refer to it.
 *
 * @param blobs with the rights of the publishing role
 * @param source a file, or a folder when {@code zip}
 * @param id the content address, which names the packed file on disk
 */
public record Publication(
        BlobPort blobs, Bucket bucket, String key, Path source, boolean zip, String id, String name) {}
