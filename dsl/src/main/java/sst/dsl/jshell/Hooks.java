package sst.dsl.jshell;

import java.io.PrintStream;

/** What the classes of snippets call in place of what would reach beyond them. */
@SuppressWarnings("DoNotCallSuggester") // Compiled snippets call it.
public final class Hooks {
    private Hooks() {}

    /** Called at every turn of a loop. */
    public static void turn() {
        if (Thread.interrupted()) {
            throw new Stopped();
        }
    }

    /** In place of {@code System.out}. */
    public static PrintStream out() {
        return SnippetLoader.ofCaller().evaluation().out();
    }

    /** In place of {@code System.exit}. */
    public static void exit(int status) {
        throw new ExitAsked(status);
    }

    /** In place of {@code Runtime.exit}. */
    public static void exit(Runtime ignored, int status) {
        throw new ExitAsked(status);
    }

    /** What an exit becomes: the snippet ends, the process does not. */
    public static final class ExitAsked extends RuntimeException {
        private final int status;

        ExitAsked(int status) {
            super("asked to exit with " + status);
            this.status = status;
        }

        /** The status that was asked for. */
        public int status() {
            return status;
        }
    }

    /** What an interrupt becomes in a loop. */
    public static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped");
        }
    }
}
