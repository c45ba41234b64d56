package sst.runner.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The local cloud of one project: at most one process, found by its folder. */
public final class LocalCloud {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int SHOWN = 5;
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Path folder;
    private final CloudProcess process;
    private final PortChoice ports;

    /**
     * @param folder the project's {@code .sst/local}
     * @param lib where sst's own jars lie
     */
    public LocalCloud(Path folder, Path lib, Map<String, String> env) {
        this.folder = folder;
        this.process = new CloudProcess(folder, lib, env);
        this.ports = new PortChoice(folder, env);
    }

    /** The cloud that runs for this project, empty when none does. */
    public Optional<CloudStatus> status() {
        return CloudFile.read(folder).filter(CloudFile::isAlive).flatMap(file -> CloudHttp.status(file.endpoint()));
    }

    /** The running cloud, started now if need be. */
    public CloudStatus start(@Nullable Integer port) {
        Optional<CloudStatus> running = status();
        if (running.isPresent()) {
            return running.get();
        }
        forgetDead();
        int chosen = ports.choose(port);
        CloudStatus status = startOn(chosen, () -> ports.instead(port, chosen));
        try {
            ports.remember(java.net.URI.create(status.endpoint()).getPort());
        } catch (IOException e) {
            throw Problems.cloud(Problems.of(Code.LOCAL_CLOUD, "cannot write into " + folder + ": " + e), e);
        }
        return status;
    }

    /** Clouds of two projects that start at once may both find the usual port free; one of them goes elsewhere. */
    private CloudStatus startOn(int port, Supplier<Optional<Integer>> instead) {
        Process started = process.start(port);
        boolean ready = await(START, () -> status().isPresent() || !started.isAlive());
        Optional<CloudStatus> status = status();
        if (status.isPresent()) {
            return status.get();
        }
        Optional<Integer> other = started.isAlive() ? Optional.empty() : instead.get();
        if (other.isEmpty()) {
            throw failed(started, ready);
        }
        return startOn(other.get(), Optional::empty);
    }

    /** Stops the cloud and waits until it is gone; false when none was running. */
    public boolean stop() {
        Optional<CloudFile> file = CloudFile.read(folder).filter(CloudFile::isAlive);
        if (file.isEmpty() || CloudHttp.status(file.get().endpoint()).isEmpty()) {
            forgetDead();
            return false;
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(file.get().pid());
        if (!CloudHttp.stop(file.get().endpoint())) {
            handle.ifPresent(ProcessHandle::destroy);
        }
        boolean gone = await(STOP, () -> !file.get().isAlive());
        if (!gone) {
            handle.ifPresent(ProcessHandle::destroyForcibly);
        }
        forgetDead();
        return true;
    }

    /** Stops the cloud and deletes everything in it; only its port is remembered. */
    public void reset() {
        stop();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                if (!path.equals(folder) && !path.equals(folder.resolve("port"))) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw Problems.cloud(Problems.of(Code.LOCAL_CLOUD, "cannot empty " + folder + ": " + e), e);
        }
    }

    /** The last lines that the cloud wrote, while it ran or as it failed to start. */
    public List<String> log(int most) {
        List<String> lines = new ArrayList<>(lastLines(process.startLog(), most));
        lines.addAll(lastLines(folder.resolve("cloud.log"), most));
        return List.copyOf(lines);
    }

    /** A cloud that was killed leaves its file behind, which must not lead anyone to its port. */
    private void forgetDead() {
        if (CloudFile.read(folder).filter(CloudFile::isAlive).isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(CloudFile.path(folder));
        } catch (IOException e) {
            throw Problems.cloud(Problems.of(Code.LOCAL_CLOUD, "cannot delete " + CloudFile.path(folder)), e);
        }
    }

    private RuntimeException failed(Process started, boolean ended) {
        String how = ended ? "ended at once" : "did not answer within " + START.toSeconds() + " s";
        if (started.isAlive()) {
            started.destroy();
        }
        return Problems.cloud(Problems.of(Code.LOCAL_CLOUD, "the local cloud " + how)
                .detail(String.join("\n", lastLines(process.startLog(), SHOWN)))
                .hint("see " + folder.resolve("cloud.log") + " and " + process.startLog()));
    }

    private static List<String> lastLines(Path file, int most) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean await(Duration atMost, BooleanSupplier done) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return true;
    }
}
