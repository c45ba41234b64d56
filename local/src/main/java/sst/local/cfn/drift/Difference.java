package sst.local.cfn.drift;

/**
 * One property that is not as it was deployed.
 *
 * @param path a JSON pointer, such as {@code /Environment/Variables/TABLE}
 * @param expected JSON or plain text; empty where it was added
 * @param actual the same; empty where it was removed
 */
public record Difference(String path, String expected, String actual, Kind kind) {
    /** AWS's kinds of differences. */
    public enum Kind {
        ADD,
        REMOVE,
        NOT_EQUAL
    }
}
