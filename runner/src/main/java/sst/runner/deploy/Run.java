package sst.runner.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import sst.runner.assembly.AssetEntry.Destination;
import sst.runner.assembly.AssetEntry.DockerAsset;
import sst.runner.assembly.AssetEntry.FileAsset;
import sst.runner.assembly.StackArtifact;
import sst.runner.assets.Publication;
import sst.runner.assets.Publisher;
import sst.runner.assets.image.Docker;
import sst.runner.assets.image.Image;
import sst.runner.assets.image.ImagePublisher;
import sst.runner.aws.BlobPort;
import sst.runner.aws.BlobPort.Bucket;
import sst.runner.deploy.bootstrap.BootstrapNames;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.RunStarted;
import sst.runner.deploy.event.DeployEvent.Warned;
import sst.runner.deploy.event.DeployEvent.Where;
import sst.runner.deploy.graph.TaskGraph;
import sst.runner.deploy.lock.HeldLock;
import sst.runner.deploy.lock.Liveness;
import sst.runner.deploy.lock.LockOwner;
import sst.runner.deploy.lock.LockRecord;
import sst.runner.deploy.lock.RunNotes;
import sst.runner.deploy.lock.StageLock;
import sst.runner.deploy.lock.StageLock.StageKey;
import sst.runner.deploy.pace.Pace;
import sst.runner.deploy.pace.Patience;
import sst.runner.deploy.pace.Stop;
import sst.runner.plan.Plan;
import sst.runner.plan.StackPlan;
import sst.runner.remote.TemplateCache;

/**
 * One run of deploy or remove with all that its parts share.
 *
 * @param id in every token and change set name of the run
 * @param owner this process, for the lock
 * @param swaps the file that keeps what was hotswapped
 * @param docker builds images, where there are any
 * @param state the project's folder for what may be lost: packed assets, read templates
 */
public record Run(
        String id,
        String command,
        Where where,
        Access access,
        LockOwner owner,
        Path state,
        Path swaps,
        Pace pace,
        ExecutorService workers,
        Stop stop,
        Docker docker,
        Consumer<DeployEvent> events) {
    /** CloudFormation works on many stacks at once; its own limits are far above what one app has. */
    private static final int CONCURRENCY = 10;

    Sites sites() {
        return new Sites(this, false);
    }

    Sites sites(Wishes wishes) {
        return new Sites(this, wishes.keepFailed());
    }

    Patience patience() {
        return new Patience(pace, stop, events);
    }

    TemplateCache templates() {
        return new TemplateCache(state.resolve("templates").resolve(where.account() + "-" + where.region()));
    }

    TaskGraph graph(List<TaskGraph.Node> nodes) {
        return new TaskGraph(nodes, new TaskGraph.Setup(pace, workers, CONCURRENCY, stop, events));
    }

    void started(Plan plan) {
        List<String> names = plan.stacks().stream()
                .filter(one -> !(one instanceof StackPlan.Skip))
                .map(one -> one.stack().stackName())
                .toList();
        events.accept(new RunStarted(id, where, plan.counts(), names));
    }

    HeldLock lock() {
        StageLock lock = stageLock();
        LockRecord record = lock.record(id, owner, command);
        RunNotes notes = notes();
        notes.write(record);
        try {
            HeldLock held = patience()
                    .call("the lock", () -> lock.acquire(record))
                    .then(() -> notes.forget(id))
                    .orElse(() -> notes.leave(id))
                    .beating();
            held.before()
                    .ifPresent(before -> events.accept(
                            new Warned("the lock of " + told(before) + " is taken over: that run is gone")));
            return held;
        } catch (RuntimeException e) {
            notes.forget(id);
            throw e;
        }
    }

    /** Takes away the lock that a run of this project left behind when it was killed; a run that is alive keeps its. */
    public void clearDead() {
        RunNotes notes = notes();
        for (LockRecord dead : notes.dead(owner)) {
            if (patience().call("the lock", () -> stageLock().takeFrom(dead))) {
                events.accept(new Warned(told(dead) + " is gone and left the stage locked: its lock is taken away"));
            }
            notes.forget(dead.id());
        }
    }

    private static String told(LockRecord run) {
        return "sst " + run.command() + " of " + run.owner() + " (run " + run.id() + ")";
    }

    private RunNotes notes() {
        return new RunNotes(
                state.resolve("runs").resolve(where.app()).resolve(where.stage()), Liveness.ofThisMachine());
    }

    /** The same run, telling what happens to someone else. */
    Run telling(Consumer<DeployEvent> listener) {
        return new Run(id, command, where, access, owner, state, swaps, pace, workers, stop, docker, listener);
    }

    void warnIfLost(HeldLock lock) {
        if (lock.isLost()) {
            events.accept(new Warned("another run took the lock of this stage over meanwhile: look at its result too"));
        }
    }

    /** The lock of the run's stage, which lies in the bootstrap bucket. */
    public StageLock stageLock() {
        BootstrapNames names = new BootstrapNames(access.account(), access.region());
        BlobPort blobs = access.in(access.region()).as(names.publishingRole()).blobs();
        StageKey key = new StageKey(names.bucket(), where.app(), where.stage());
        return new StageLock(blobs, key, pace.clock(), Liveness.ofThisMachine());
    }

    void publish(List<StackArtifact> stacks) throws InterruptedException {
        Sites sites = sites();
        List<Publication> wanted = new ArrayList<>();
        for (StackArtifact stack : stacks) {
            stack.assets().stream().filter(FileAsset.class::isInstance).forEach(asset -> {
                FileAsset file = (FileAsset) asset;
                file.destinations().forEach(to -> wanted.add(publication(sites, stack, file, to)));
            });
        }
        new Publisher(state.resolve("assets"), workers, patience(), events).publish(wanted);
        publishImages(stacks, sites);
    }

    private void publishImages(List<StackArtifact> stacks, Sites sites) throws InterruptedException {
        List<Image> wanted = new ArrayList<>();
        for (StackArtifact stack : stacks) {
            stack.assets().stream().filter(DockerAsset.class::isInstance).forEach(asset -> {
                DockerAsset image = (DockerAsset) asset;
                image.destinations()
                        .forEach(to -> wanted.add(new Image(
                                image,
                                sites.images(stack, to),
                                sites.names(stack).fill(to.repository()),
                                sites.names(stack).fill(to.tag()))));
            });
        }
        if (!wanted.isEmpty()) {
            new ImagePublisher(docker, patience(), events).publish(wanted);
        }
    }

    private Publication publication(Sites sites, StackArtifact stack, FileAsset file, Destination to) {
        Bucket bucket = new Bucket(sites.names(stack).fill(to.bucket()), access.account());
        String key = sites.names(stack).fill(to.key());
        return new Publication(sites.blobs(stack, to), bucket, key, file.source(), file.zip(), file.id(), file.name());
    }
}
