package sst.runner.cli.session;

/** This release. */
public final class Version {
    private Version() {}

    /** From the jar's manifest; a build that was not packaged has none. */
    public static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The line that {@code sst version} prints. */
    public static String line() {
        return "sst " + number() + " (Java " + Runtime.version().feature() + ")";
    }
}
