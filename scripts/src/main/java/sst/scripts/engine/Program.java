package sst.scripts.engine;

import java.util.Map;
import java.util.Optional;
import sst.scripts.api.Scope;

/** A script that is ready to run. */
public interface Program {
    /** The object whose fields may be options and parameters. */
    default Optional<Object> fields() {
        return Optional.empty();
    }

    /** What it has in its variables, by name; to be asked when it ended or failed. */
    Map<String, Object> variables();

    /** Runs it to its end. */
    void run(Scope scope) throws Throwable;

    /** The line of the script that a stack passes through, innermost first; 0 where there is none. */
    int line(StackTraceElement[] stack);

    /** The class loader of the script, for libraries that look for classes by the thread. */
    ClassLoader loader();
}
