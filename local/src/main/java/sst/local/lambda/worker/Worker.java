package sst.local.lambda.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.local.lambda.launch.FunctionSpec;
import sst.local.lambda.runtimeapi.Event;
import sst.local.lambda.runtimeapi.Outcome;
import sst.local.lambda.runtimeapi.RuntimeApi;
import sst.local.lambda.worker.WorkerLog.Report;

/** One process that runs one function, one invocation at a time. */
final class Worker {
    private static final long SETTLE_MILLIS = 2000;

    private final FunctionSpec spec;
    private final Parts parts;
    private final long startedAt = System.nanoTime();
    private boolean cold = true;
    private volatile boolean usable = true;
    private volatile boolean retired;

    /** What a worker is put together from. */
    record Parts(Process process, RuntimeApi api, WorkerOutput output, WorkerLog log, Path temp) {}

    Worker(FunctionSpec spec, Parts parts) {
        this.spec = spec;
        this.parts = parts;
        Thread pump =
                new Thread(() -> parts.output().pump(parts.process().getInputStream()), "worker-output-" + spec.name());
        pump.setDaemon(true);
        pump.start();
        var unused = parts.process().onExit().thenAccept(process -> parts.api().exited(process.exitValue()));
    }

    FunctionSpec spec() {
        return spec;
    }

    /** Whether another invocation may be given to it. */
    boolean isUsable() {
        return usable && parts.process().isAlive();
    }

    /** Whether a worker that was warm died before it asked for its next event; nothing was lost with it. */
    boolean isGone() throws InterruptedException {
        boolean isGone = !cold && parts.api().awaitReady(SETTLE_MILLIS) != null;
        usable &= !isGone;
        return isGone;
    }

    /** Calls back once, when the runtime has started or has failed to. */
    void whenReady(Runnable callback) {
        parts.api().whenReady(callback);
    }

    /** Lets it answer its present invocation and gives it no other. */
    void retire() {
        usable = false;
        retired = true;
    }

    /** Runs one invocation to its end. */
    Execution run(Invocation invocation, long initMillis) throws InterruptedException {
        parts.output().begin();
        long initNanos = 0;
        Outcome failed = parts.api().awaitReady(cold ? initMillis + spec.timeout() * 1000L : SETTLE_MILLIS);
        if (cold) {
            initNanos = System.nanoTime() - startedAt;
            cold = false;
        }
        parts.log().start(invocation.requestId(), spec.version());
        long begin = System.nanoTime();
        Outcome outcome = failed == null ? parts.api().run(event(invocation), spec.timeout() * 1000L) : failed;
        long nanos = System.nanoTime() - begin;
        return finish(invocation, outcome, new Report(nanos, spec.memory(), 0, initNanos, ""));
    }

    /** Ends the process, whatever it does. */
    void end() {
        usable = false;
        parts.process().descendants().forEach(ProcessHandle::destroyForcibly);
        parts.process().destroyForcibly();
        parts.api().close();
        deleteTree(parts.temp());
    }

    private Event event(Invocation invocation) {
        Map<String, String> headers = new HashMap<>(invocation.headers());
        headers.put("Lambda-Runtime-Invoked-Function-Arn", invocation.arn());
        headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + spec.timeout() * 1000L));
        return new Event(invocation.requestId(), invocation.payload(), headers);
    }

    private Execution finish(Invocation invocation, Outcome outcome, Report report) throws InterruptedException {
        String id = invocation.requestId();
        long used = maxMemory();
        boolean alive = parts.api().isServing();
        usable = alive && !retired && !(outcome instanceof Outcome.TimedOut);
        if (outcome instanceof Outcome.TimedOut) {
            // Killed before the log is closed, so that what it printed until now comes before the last lines.
            end();
        }
        parts.output().awaitComplete(SETTLE_MILLIS);
        byte[] error = error(id, outcome);
        String status = error == null ? "" : outcome instanceof Outcome.TimedOut ? "timeout" : "error";
        parts.log().end(id, new Report(report.nanos(), report.memory(), used, report.initNanos(), status));
        if (error != null) {
            return new Execution(error, "Unhandled", parts.log().tail());
        }
        return new Execution(
                ((Outcome.Answered) outcome).payload(), "", parts.log().tail());
    }

    private byte @Nullable [] error(String id, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.error();
        }
        if (outcome instanceof Outcome.TimedOut) {
            parts.log().line(parts.log().now() + " " + id + " " + InvocationError.timedOutText(spec.timeout()));
            return InvocationError.timedOut(id, spec.timeout());
        }
        if (outcome instanceof Outcome.Exited exit) {
            parts.log().line("RequestId: " + id + " Error: " + InvocationError.exitText(exit));
            parts.log().line("Runtime.ExitError");
            return InvocationError.exited(id, exit);
        }
        return outcome instanceof Outcome.TooLarge ? InvocationError.tooLarge() : null;
    }

    /** The most memory the process has had in MB, where the system tells (Linux). */
    private long maxMemory() {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc/" + parts.process().pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Deletes a folder, as far as nobody writes into it. */
    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // The next start of the cloud sweeps what a dying process still wrote.
        }
    }
}
