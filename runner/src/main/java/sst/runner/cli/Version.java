package sst.runner.cli;

/** This release. */
final class Version {
    private Version() {}

    /** From the jar's manifest; a build that was not packaged has none. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String line() {
        return "sst " + number() + " (Java " + Runtime.version().feature() + ")";
    }
}
