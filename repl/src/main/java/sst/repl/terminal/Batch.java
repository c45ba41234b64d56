package sst.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.repl.command.Desk;
import sst.repl.command.Interpreter;
import sst.repl.command.LineFailure;
import sst.repl.command.SessionCommands.Quit;
import sst.runner.ui.Failures;

/** Runs entries without a person: no prompt, values on stdout, and the first error ends it. */
final class Batch {
    private final Desk desk;
    private final Interpreter interpreter;

    Batch(Desk desk, Interpreter interpreter) {
        this.desk = desk;
        this.interpreter = interpreter;
    }

    /** Where lines come from; null at the end. */
    interface Lines {
        @org.jspecify.annotations.Nullable
        String next() throws IOException;
    }

    /** Runs all entries; the process's exit code. */
    int run(Lines lines) {
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

    /** Runs one entry; the exit code when it is the last. */
    Optional<Integer> run(String entry) {
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
