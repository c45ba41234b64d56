package sst.runner.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sst.model.diagnostic.Code;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.BlobPort.BlobInfo;
import sst.runner.aws.BlobPort.Bucket;
import sst.runner.aws.Page;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.AssetPublished;
import sst.runner.deploy.pace.Patience;
import sst.runner.failure.Problems;

/** Brings assets into their buckets: those that are there already are found by listing, the rest go up in parallel. */
public final class Publisher {
    /** An empty zip has 22 bytes; an object of that size is the trace of a broken upload (aws-cdk#12536). */
    private static final long EMPTY_ZIP = 22;

    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Path cache;
    private final Executor workers;
    private final Patience patience;
    private final Consumer<DeployEvent> events;

    /** @param cache the folder that keeps packed assets between runs */
    public Publisher(Path cache, Executor workers, Patience patience, Consumer<DeployEvent> events) {
        this.patience = patience;
        this.cache = cache;
        this.workers = workers;
        this.events = events;
    }

    /** Returns when everything is in its place; the first failure is thrown after all uploads have ended. */
    public void publish(List<Publication> wanted) {
        Map<String, Publication> distinct = new LinkedHashMap<>();
        wanted.forEach(one -> distinct.put(one.bucket().name() + "/" + one.key(), one));
        List<Publication> missing = missing(List.copyOf(distinct.values()));
        AtomicInteger count = new AtomicInteger(distinct.size() - missing.size());
        List<CompletableFuture<Void>> uploads = new ArrayList<>();
        for (Publication one : missing) {
            uploads.add(CompletableFuture.runAsync(() -> upload(one, count, distinct.size()), workers));
        }
        try {
            CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void upload(Publication one, AtomicInteger count, int total) {
        Path file = one.zip() ? packed(one) : one.source();
        patience.run("the upload of " + one.name(), () -> one.blobs().put(one.bucket(), one.key(), file));
        events.accept(new AssetPublished(one.name(), size(file), count.incrementAndGet(), total));
    }

    private Path packed(Publication one) {
        if (!SAFE_ID.matcher(one.id()).matches()) {
            throw new IllegalArgumentException("not an asset id: " + one.id());
        }
        Path zip = cache.resolve(one.id() + ".zip");
        if (!Files.isRegularFile(zip)) {
            try {
                Files.createDirectories(cache);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            AssetZip.pack(one.source(), zip);
        }
        return zip;
    }

    private List<Publication> missing(List<Publication> wanted) {
        Map<Bucket, List<Publication>> byBucket = new LinkedHashMap<>();
        wanted.forEach(one -> byBucket.computeIfAbsent(one.bucket(), bucket -> new ArrayList<>())
                .add(one));
        List<Publication> missing = new ArrayList<>();
        byBucket.values().forEach(all -> missing.addAll(missingIn(all)));
        return missing;
    }

    /** One listing tells of a small bucket all there is to know; in a large one the rest is asked for key by key. */
    private List<Publication> missingIn(List<Publication> wanted) {
        Publication any = wanted.get(0);
        Page<BlobInfo> first = listed(any, "");
        List<Publication> missing = new ArrayList<>();
        for (Publication one : wanted) {
            boolean there = holds(first, one) || (first.next() != null && isListed(one));
            if (!there) {
                missing.add(one);
            }
        }
        return missing;
    }

    private boolean isListed(Publication one) {
        return holds(listed(one, one.key()), one);
    }

    private Page<BlobInfo> listed(Publication one, String prefix) {
        String bucket = one.bucket().name();
        try {
            return patience.call("the assets bucket", () -> one.blobs().list(one.bucket(), prefix, null));
        } catch (AwsFailure failure) {
            if (failure.code().equals("NoSuchBucket")) {
                throw Problems.cloud(
                        Problems.of(Code.NOT_BOOTSTRAPPED, "the assets bucket " + bucket + " is gone")
                                .hint("make the bootstrap stack's bucket again: sst bootstrap"),
                        failure);
            }
            if (failure.kind() == AwsFailure.Kind.DENIED) {
                throw Problems.cloud(
                        Problems.of(
                                        Code.CLOUD,
                                        "the assets bucket " + bucket + " cannot be used, or belongs to another account"
                                                + " than " + one.bucket().owner() + ": " + failure.reason())
                                .hint("nothing was sent to it; look whose bucket it is before you bootstrap again"),
                        failure);
            }
            throw failure;
        }
    }

    private static boolean holds(Page<BlobInfo> page, Publication one) {
        return page.items().stream()
                .anyMatch(blob -> blob.key().equals(one.key()) && (!one.zip() || blob.size() > EMPTY_ZIP));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
