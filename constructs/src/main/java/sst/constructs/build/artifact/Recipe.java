package sst.constructs.build.artifact;

import java.nio.file.Path;

/** How one piece of code is made. Several functions may share it: then their recipes have the same key. */
public interface Recipe {
    /** Names the code by all that is known before building: language, entry, settings, versions of the tools. */
    String key();

    /** What must be there before inputs are looked at, such as installed packages. */
    default void prepare() {}

    /**
     * Makes the code.
     *
     * @param target an empty folder; what is in it afterwards is packed
     * @return what it was made from, and what can be called in it
     * @throws sst.model.diagnostic.UserError when the user's code is at fault
     */
    Made make(Path target);

    /** Lambda's {@code Handler}. */
    String handler();

    /** Lambda's {@code Runtime}. */
    String runtime();

    /**
     * Checks that the made code has the function that the handler names.
     *
     * @throws sst.model.diagnostic.UserError when it has not
     */
    default void check(Artifact artifact) {}
}
