package sst.runner.cli.session;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A command of sst: gets the session before it is called, and returns the exit code. */
public abstract class SstCommand implements Callable<Integer> {
    private @Nullable Session session;

    /** Called by the command line once arguments are parsed. */
    public final void session(Session given) {
        session = given;
    }

    /** The world, the options of every command and the terminal. */
    protected final Session session() {
        return Objects.requireNonNull(session);
    }

    /** Helps the user in its own words; false where the list of options is help enough. */
    public boolean explain() {
        return false;
    }
}
