package sst.scripts;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.scripts.api.Scope;
import sst.scripts.api.ScriptExit;
import sst.scripts.call.Clients;
import sst.scripts.call.Writes;
import sst.scripts.engine.Arguments;
import sst.scripts.engine.Program;
import sst.scripts.resource.Resources;

/** Runs one script: in a thread of its own, so that an endless one can be left. */
public final class ScriptRun {
    /** As a shell tells it of a program whose reader went away: 128 and SIGPIPE. */
    private static final int READER_GONE = 141;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final ScriptRequest request;
    private final Surroundings surroundings;

    public ScriptRun(ScriptRequest request, Surroundings surroundings) {
        this.request = request;
        this.surroundings = surroundings;
    }

    /**
     * Runs it.
     *
     * @return the exit code that the script chose
     * @throws sst.model.diagnostic.SstException when it does not compile, throws, takes too long or is stopped
     */
    public int run() {
        Scripts scripts = new Scripts(surroundings.cache(), surroundings.notes());
        return run(() -> scripts.program(request.script(), request.header()), Optional.empty());
    }

    /** The same; when it throws, somebody may look at what it had come to. */
    public int run(Aftermath aftermath) {
        Scripts scripts = new Scripts(surroundings.cache(), surroundings.notes());
        return run(() -> scripts.open(request.script(), request.header()), Optional.of(aftermath));
    }

    private int run(Supplier<Program> compiled, Optional<Aftermath> aftermath) {
        request.header().allow(request.script(), surroundings.site().stage());
        Program program = compiled.get();
        Arguments.of(request.script(), request.header(), program).set(request.args());
        DryRun dry = new DryRun(surroundings.notes());
        // A script that calls System.exit comes back here only by this.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(dry)));
        try (Clients clients = new Clients(surroundings.site(), writes(), dry::add)) {
            Resources resources = new Resources(surroundings.values(), clients);
            Scope scope = new Scope(surroundings.site(), resources, clients, request.args());
            try {
                return await(program, scope);
            } catch (RuntimeException failure) {
                surroundings.out().flush();
                aftermath
                        .filter(each -> !(failure instanceof Aborted))
                        .ifPresent(each -> each.look(failure, variables(program, scope, failure)));
                throw failure;
            }
        } finally {
            end(dry);
        }
    }

    private static Map<String, Object> variables(Program program, Scope scope, RuntimeException failure) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scope", scope);
        all.put("resources", scope.resources());
        all.put("args", scope.args());
        all.putAll(program.variables());
        Throwable[] thrown = failure.getSuppressed();
        all.put("error", thrown.length > 0 ? thrown[0] : failure);
        return all;
    }

    private void end(DryRun dry) {
        surroundings.out().flush();
        if (request.dry()) {
            dry.end();
        }
    }

    private Writes writes() {
        if (request.dry()) {
            return Writes.SHOW;
        }
        return request.header().readOnly() ? Writes.REFUSE : Writes.SEND;
    }

    private int await(Program program, Scope scope) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(program, scope, end), "script");
        thread.setDaemon(true);
        thread.setContextClassLoader(program.loader());
        surroundings.onStop().accept(() -> end.completeExceptionally(new Aborted("stopped")));
        thread.start();
        try {
            Duration timeout = request.timeout();
            return timeout == null ? end.get() : end.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            StackTraceElement[] stack = thread.getStackTrace();
            leave(thread);
            throw Diagnostic.error(Code.SCRIPT_TIMEOUT, request.script().name() + " took longer than " + seconds())
                    .at(request.script().at(program.line(stack)))
                    .hint("it was here when its time was up; give it more with --timeout")
                    .asError();
        } catch (ExecutionException e) {
            Throwable thrown = e.getCause() == null ? e : e.getCause();
            if (thrown instanceof Aborted) {
                leave(thread);
            }
            throw new ScriptFailure(request.script(), program).of(thrown);
        } catch (InterruptedException e) {
            leave(thread);
            throw new Aborted("interrupted");
        }
    }

    private static void complete(Program program, Scope scope, CompletableFuture<Integer> end) {
        try {
            program.run(scope);
            end.complete(0);
        } catch (ScriptExit exit) {
            end.complete(exit.code());
        } catch (ScriptOutput.Closed closed) {
            end.complete(READER_GONE);
        } catch (Throwable thrown) {
            end.completeExceptionally(thrown);
        }
    }

    /** Gives the script a moment to clean up after itself. */
    private static void leave(Thread script) {
        script.interrupt();
        try {
            script.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String seconds() {
        Duration timeout = request.timeout();
        return timeout == null
                ? ""
                : BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
