package sst.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.repl.command.Desk;
import sst.repl.command.Interpreter;
import sst.repl.command.LineFailure;
import sst.repl.command.set.SessionCommands.Quit;
import sst.runner.cli.session.Interrupts;
import sst.runner.ui.Failures;

/** Runs entries without a person: no prompt, values on stdout, and the first error ends it. */
final class Batch {
    private static final int INTERRUPTED = 130;

    private final Workplace place;
    private final Desk desk;
    private final Interpreter interpreter;
    private volatile boolean isIdle = true;
    private volatile boolean isStopped;

    Batch(Workplace place) {
        this.place = place;
        this.desk = place.desk();
        this.interpreter = place.interpreter();
    }

    /** Where lines come from; null at the end. */
    interface Lines {
        @org.jspecify.annotations.Nullable
        String next() throws IOException;
    }

    /** Runs all entries; the process's exit code. */
    int run(Lines lines) {
        Thread self = Thread.currentThread();
        Interrupts.onInterrupt(() -> interrupt(self), Batch::leave);
        List<String> open = new ArrayList<>();
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                open.add(line);
                String entry = String.join("\n", open);
                if (Interpreter.isCommand(entry.strip()) || !interpreter.isOpen(entry)) {
                    open.clear();
                    Optional<Integer> end = run(entry);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lines", e);
        }
        return open.isEmpty() ? 0 : run(String.join("\n", open)).orElse(0);
    }

    private static void leave() {
        Runtime.getRuntime().exit(INTERRUPTED);
    }

    /** Ctrl-C: code is interrupted, a command asked to stop, and who waits for lines waits no more. */
    private void interrupt(Thread runner) {
        isStopped = true;
        desk.requestStop();
        if (isIdle) {
            leave();
        } else if (interpreter.runsCode()) {
            runner.interrupt();
        }
    }

    /** Runs one entry; the exit code when it is the last. */
    Optional<Integer> run(String entry) {
        isIdle = false;
        Optional<Integer> end = entered(entry);
        isIdle = true;
        return isStopped ? Optional.of(INTERRUPTED) : end;
    }

    private Optional<Integer> entered(String entry) {
        place.recorder().entry(place.setting().stage() + "> ", entry);
        try {
            interpreter.run(entry);
            return Optional.empty();
        } catch (Quit quit) {
            return Optional.of(0);
        } catch (Exception | StackOverflowError thrown) {
            return Optional.of(failed(entry, thrown));
        }
    }

    private int failed(String entry, Throwable thrown) {
        if (desk.wantsJson()) {
            desk.ui().failure(thrown);
        } else {
            entry.strip().lines().forEach(desk.ui()::say);
            new LineFailure(desk.style()).lines(thrown, entry.strip(), 0).forEach(desk.ui()::say);
        }
        int code = Failures.exitCode(thrown);
        return code == 70 ? 1 : code;
    }
}
