package sst.runner.deploy.lock;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.BlobPort;
import sst.runner.aws.BlobPort.Blob;
import sst.runner.aws.BlobPort.Bucket;
import sst.runner.failure.Problems;

/**
 * The lock of one stage: an object in the bootstrap bucket that S3 lets only one run create. It carries a lease that its
 * holder renews; a lock whose lease ran out, or whose process on this machine is dead, is taken over.
 */
public final class StageLock {
    static final Duration LEASE = Duration.ofMinutes(5);

    private final BlobPort blobs;
    private final Bucket bucket;
    private final String key;
    private final Clock clock;
    private final Liveness processes;

    public StageLock(BlobPort blobs, StageKey stage, Clock clock, Liveness processes) {
        this.blobs = blobs;
        this.bucket = stage.bucket();
        this.key = "sst/locks/" + stage.app() + "/" + stage.stage() + ".json";
        this.clock = clock;
        this.processes = processes;
    }

    /**
     * Takes the lock.
     *
     * @param mine as {@link #record} gives it
     * @throws sst.model.diagnostic.CloudError exit 6, naming who holds it
     */
    public HeldLock acquire(LockRecord mine) {
        var now = clock.instant();
        @Nullable LockRecord abandoned = null;
        @Nullable String expected = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                String etag = blobs.write(bucket, key, mine.json(), expected);
                return new HeldLock(this, mine, etag, abandoned);
            } catch (AwsFailure failure) {
                if (failure.kind() != AwsFailure.Kind.CONDITION) {
                    throw failure;
                }
            }
            Optional<Blob> found = blobs.read(bucket, key);
            Optional<LockRecord> other = found.flatMap(blob -> LockRecord.parse(blob.text()));
            if (other.isPresent() && other.get().id().equals(mine.id())) {
                // The reply to our own write was lost and the SDK wrote again.
                return new HeldLock(this, other.get(), found.get().etag(), abandoned);
            }
            if (other.isPresent() && !other.get().isAbandoned(mine.owner(), now, processes)) {
                throw held(other.get());
            }
            expected = found.map(Blob::etag).orElse(null);
            abandoned = other.orElse(null);
        }
        throw Problems.cloud(Problems.of(Code.STAGE_LOCKED, "other runs keep taking the lock of this stage"));
    }

    /** What a run writes into the lock, good for one lease from now on. */
    public LockRecord record(String runId, LockOwner me, String command) {
        var now = clock.instant();
        return new LockRecord(runId, me, command, now, now.plus(LEASE));
    }

    /** Removes the lock if a run that is known to be dead still has it; a bucket that is gone locks nothing. */
    public boolean takeFrom(LockRecord dead) {
        Optional<Blob> found = readIfThere();
        boolean held = found.flatMap(blob -> LockRecord.parse(blob.text()))
                .filter(holder -> holder.id().equals(dead.id()))
                .isPresent();
        if (held) {
            blobs.delete(bucket, key, found.get().etag());
        }
        return held;
    }

    private Optional<Blob> readIfThere() {
        try {
            return blobs.read(bucket, key);
        } catch (AwsFailure failure) {
            if (failure.kind() == AwsFailure.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Removes the lock of a run that is known to be gone. */
    public void release(String runId) {
        Blob found = readIfThere().orElseThrow(() -> Problems.of(Code.USAGE, "the stage is not locked")
                .hint("go on: nothing holds it")
                .asError());
        Optional<LockRecord> record = LockRecord.parse(found.text());
        if (record.isPresent() && !record.get().id().equals(runId)) {
            throw Problems.of(
                            Code.USAGE,
                            "the stage is locked by run " + record.get().id() + ", not by " + runId)
                    .hint("make sure that " + record.get().owner() + " is gone, then unlock with its id")
                    .asError();
        }
        blobs.delete(bucket, key, found.etag());
    }

    /** @throws AwsFailure of kind CONDITION when another run has taken the lock over */
    String renew(LockRecord record, String etag) {
        try {
            return blobs.write(
                    bucket, key, record.until(clock.instant().plus(LEASE)).json(), etag);
        } catch (AwsFailure failure) {
            Optional<Blob> found =
                    failure.kind() == AwsFailure.Kind.CONDITION ? blobs.read(bucket, key) : Optional.empty();
            boolean ours = found.flatMap(blob -> LockRecord.parse(blob.text()))
                    .filter(now -> now.id().equals(record.id()))
                    .isPresent();
            if (ours) {
                return found.get().etag();
            }
            throw failure;
        }
    }

    void delete(String etag) {
        blobs.delete(bucket, key, etag);
    }

    private RuntimeException held(LockRecord other) {
        return Problems.cloud(Problems.of(
                        Code.STAGE_LOCKED,
                        "the stage is locked by " + other.owner() + ", which runs sst " + other.command() + " since "
                                + other.since())
                .hint("wait for it; if it is gone for good: sst unlock " + other.id()));
    }

    /** The stage that is locked, and the bucket that its lock lies in. */
    public record StageKey(Bucket bucket, String app, String stage) {}
}
