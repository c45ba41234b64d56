package sst.runner.app;

/** Finds the app that a command is about. */
public interface AppSource {
    /** Who the app is; nothing is synthesized for it. */
    AppIdentity identity();

    /** The app's assembly, made now unless the last one still holds. */
    BuiltApp build();
}
