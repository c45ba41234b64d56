package sst.constructs.kernel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.SstException;

/**
 * The node process in which the CDK runs. A JVM has one, because jsii has one engine; {@link #warm} starts it in the
 * background so that its start overlaps the JVM's own, {@link #connect} waits for it. It ends with the JVM, which
 * holds the other end of its stdin.
 */
public final class Kernel {
    /** The JVM's one kernel, as far as this class started it; jsii's engine, which knows it too, is slow to ask first. */
    private static final AtomicReference<@Nullable Running> RUNNING = new AtomicReference<>();

    /** As there is one kernel in the JVM. */
    private static final ForgottenObjects FORGOTTEN = new ForgottenObjects();

    private final CompletableFuture<Void> ready;

    private Kernel(CompletableFuture<Void> ready) {
        this.ready = ready;
    }

    /**
     * Starts the kernel in the background and returns at once; does nothing when the JVM has one already.
     *
     * @param warnings gets what the CDK prints, line by line, on a thread of the kernel's
     */
    public static Kernel warm(KernelOptions options, Consumer<String> warnings) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(ready, () -> start(options, warnings)), "sst-kernel");
        thread.setDaemon(true);
        thread.start();
        return new Kernel(ready);
    }

    /**
     * Waits until CDK classes can be used.
     *
     * @throws sst.model.diagnostic.UserError when node is missing or too old, or the CDK does not load
     */
    public void connect() {
        try {
            ready.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SstException known) {
                throw known;
            }
            throw e;
        }
    }

    /**
     * Lets go of the CDK objects made so far, in this JVM and in the kernel; what is still in use stays good.
     *
     * @return how many objects the kernel still keeps for this JVM
     */
    public int release() {
        synchronized (Kernel.class) {
            FORGOTTEN.watch(JsiiAttachment.takeObjects());
            JsiiAttachment.drop(FORGOTTEN.ids());
            return JsiiAttachment.endSynthesis();
        }
    }

    private static void complete(CompletableFuture<Void> ready, Runnable work) {
        try {
            work.run();
            ready.complete(null);
        } catch (RuntimeException | Error e) {
            ready.completeExceptionally(e);
        }
    }

    private static synchronized void start(KernelOptions options, Consumer<String> warnings) {
        Running running = RUNNING.get();
        if (running != null
                && running.options().equals(options)
                && running.process().isAlive()) {
            return;
        }
        KernelFolder folder = new KernelFolder(options);
        // Node first: it loads the CDK while this thread loads jsii's classes.
        Process process = folder.start();
        if (JsiiAttachment.isAttached()) {
            KernelProcess.end(process);
            return;
        }
        List<JsiiPackage> packages = JsiiPackage.all();
        if (!folder.holds(packages)) {
            KernelProcess.end(process);
            folder.discard();
            process = folder.start();
        }
        KernelOutput output = KernelOutput.follow(process, warnings);
        try {
            JsiiAttachment.attach(process, packages);
            RUNNING.set(new Running(options, process));
        } catch (IllegalStateException e) {
            throw process.isAlive() ? e : KernelProcess.ended(process, output.all());
        }
    }

    private record Running(KernelOptions options, Process process) {}
}
