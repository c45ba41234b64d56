package sst.scripts;

import java.util.Map;

/** Looks around in a script that failed, while its clients still reach the stage. */
@FunctionalInterface
public interface Aftermath {
    /**
     * Called once, before the failure comes out of the run.
     *
     * @param variables the script's own, its scope and its {@code error}, by name
     */
    void look(RuntimeException failure, Map<String, Object> variables);
}
