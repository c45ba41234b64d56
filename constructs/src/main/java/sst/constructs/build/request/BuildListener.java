package sst.constructs.build.request;

/** Hears what a build does while it does it, from several threads. */
public interface BuildListener {
    /** Code is being built, for one function or for several that share it. */
    default void building(String function) {}

    /** The function's code is ready; {@code reused} when nothing had changed and no program ran. */
    default void built(String function, boolean reused) {}

    /** Something the user should know, such as packages being installed. */
    default void note(String message) {}
}
