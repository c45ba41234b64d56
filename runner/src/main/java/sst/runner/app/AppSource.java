package sst.runner.app;

/** Finds the app that a command is about. */
public interface AppSource {
    /** Who the app is; nothing is synthesized for it. */
    AppIdentity identity();

    /** The same for a command that asks for nothing else of the app: its stacks are not looked at if that is possible. */
    default AppIdentity identityAlone() {
        return identity();
    }

    /** The app's assembly, made now unless the last one still holds. */
    BuiltApp build();
}
