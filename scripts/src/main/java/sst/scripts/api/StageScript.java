package sst.scripts.api;

/** A script in Java; its fields may be picocli's options and parameters. */
@FunctionalInterface
public interface StageScript {
    /** Runs the script; what it throws ends it with exit code 1. */
    void run(Scope scope) throws Exception;
}
