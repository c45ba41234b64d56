package sst.runner.fake

import java.nio.file.Files
import java.nio.file.Path
import sst.runner.aws.AwsFailure
import sst.runner.aws.BlobPort
import sst.runner.aws.Page

/** S3 in memory, with its conditional writes. */
class FakeBlobs implements BlobPort {
    static final int PAGE = 2
    final Map<String, byte[]> objects = Collections.synchronizedMap([:])
    final Map<String, String> etags = [:]
    final List<String> calls = Collections.synchronizedList([])
    /** Called before and after each call's work; may throw. */
    Closure<Void> around = { String when, String call -> }
    /** Whether the bucket was deleted. */
    boolean gone
    private int serial = 0

    @Override
    Page<BlobPort.BlobInfo> list(BlobPort.Bucket bucket, String prefix, String token) {
        calls << "list $prefix".toString()
        around.call('before', 'list')
        List<String> keys = objects.keySet().findAll { it.startsWith(prefix) }.sort()
        int from = token == null ? 0 : token as int
        int to = Math.min(keys.size(), from + PAGE)
        new Page<>(keys.subList(from, to).collect { new BlobPort.BlobInfo(it, objects[it].length) },
                to < keys.size() ? "$to" as String : null)
    }

    @Override
    void put(BlobPort.Bucket bucket, String key, Path file) {
        calls << "put $key".toString()
        around.call('before', 'put')
        objects[key] = Files.readAllBytes(file)
        around.call('after', 'put')
    }

    @Override
    synchronized Optional<BlobPort.Blob> read(BlobPort.Bucket bucket, String key) {
        if (gone) {
            throw new AwsFailure(AwsFailure.Kind.NOT_FOUND, 'NoSuchBucket', 'The specified bucket does not exist')
        }
        Optional.ofNullable(objects[key] == null ? null : new BlobPort.Blob(new String(objects[key], 'UTF-8'), etags[key]))
    }

    @Override
    synchronized String write(BlobPort.Bucket bucket, String key, String text, String expected) {
        around.call('before', 'write')
        if (etags[key] != expected) {
            throw new AwsFailure(AwsFailure.Kind.CONDITION, 'PreconditionFailed', 'At least one of the pre-conditions did not hold')
        }
        objects[key] = text.getBytes('UTF-8')
        etags[key] = "etag-${++serial}" as String
        around.call('after', 'write')
        etags[key]
    }

    @Override
    synchronized void delete(BlobPort.Bucket bucket, String key, String expected) {
        around.call('before', 'delete')
        if (etags[key] != null && etags[key] != expected) {
            throw new AwsFailure(AwsFailure.Kind.CONDITION, 'PreconditionFailed', 'no')
        }
        objects.remove(key)
        etags.remove(key)
        around.call('after', 'delete')
    }
}
