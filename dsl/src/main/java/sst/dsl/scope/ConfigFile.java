package sst.dsl.scope;

/** A compiled file of a config, in whatever language. */
@FunctionalInterface
public interface ConfigFile {
    /** Runs it once against the session's app. */
    void run(ConfigSession session) throws ReflectiveOperationException;
}
