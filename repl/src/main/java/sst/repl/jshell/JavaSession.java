package sst.repl.jshell;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.repl.complete.CodeProposals;
import sst.repl.complete.Proposal;
import sst.repl.lang.Language;
import sst.repl.session.Transaction;

/**
 * Java at the prompt, by JShell, against the same live app as Groovy. All of it runs on a thread of its own: an interrupt
 * meant for the user's code must not hit the compiler.
 */
public final class JavaSession implements Language, CodeProposals, AutoCloseable {
    private final LiveVariables live;
    private final Screen screen;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "sst-repl-java");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable JavaShell shell;

    /** Where prints go, and what is said beside them. */
    public record Screen(PrintWriter prints, Consumer<String> notes) {}

    public JavaSession(LiveVariables live, Screen screen) {
        this.live = live;
        this.screen = screen;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public boolean isOpen(String entry) {
        return quietly(() -> shell().isOpen(entry));
    }

    @Override
    public void warm() {
        Future<?> unused = thread.submit(() -> shell().isOpen("1"));
    }

    @Override
    public List<Proposal> proposals(String before) {
        return quietly(() -> new JavaProposals(live, shell()).at(before));
    }

    @Override
    public Transaction run(String text) throws Exception {
        Future<Transaction> done = thread.submit(() -> live.run(text, () -> evaluate(text)));
        while (true) {
            try {
                return done.get();
            } catch (InterruptedException stop) {
                JavaShell running = shell;
                if (running != null) {
                    running.interrupt();
                }
            } catch (ExecutionException failed) {
                throw rethrown(failed.getCause());
            }
        }
    }

    private @Nullable Object evaluate(String text) throws Exception {
        try {
            return live.shown(shell().run(text, screen.notes()));
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable other) {
            throw new ExecutionException(other);
        }
    }

    private static Exception rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception known ? known : new IllegalStateException(cause);
    }

    /** Forgets all that lines declared. */
    public void forget() {
        quietly(() -> {
            JavaShell old = shell;
            shell = null;
            if (old != null) {
                old.close();
            }
            return true;
        });
    }

    private JavaShell shell() {
        JavaShell made = shell;
        if (made == null) {
            made = new JavaShell(live, new PrintStream(new Prints(screen.prints()), true, StandardCharsets.UTF_8));
            shell = made;
        }
        return made;
    }

    private <T> T quietly(Callable<T> work) {
        Future<T> done = thread.submit(work);
        boolean wasInterrupted = false;
        try {
            while (true) {
                try {
                    return done.get();
                } catch (InterruptedException later) {
                    wasInterrupted = true;
                } catch (ExecutionException failed) {
                    throw failed.getCause() instanceof RuntimeException known
                            ? known
                            : new IllegalStateException(failed);
                }
            }
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        forget();
        thread.shutdownNow();
    }
}
