package sst.local.wire.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A path such as {@code /functions/{FunctionName}/{Rest+}}, matched against raw paths segment by segment. */
record PathTemplate(String template) {
    /** The labels' decoded values; empty when the path does not match. */
    Optional<Map<String, String>> match(String rawPath) {
        String[] wanted = template.split("/", -1);
        String[] given = trimmed(rawPath).split("/", -1);
        Map<String, String> labels = new LinkedHashMap<>();
        for (int at = 0; at < wanted.length; at++) {
            if (at >= given.length) {
                return Optional.empty();
            }
            if (wanted[at].endsWith("+}")) {
                String rest = String.join("/", java.util.Arrays.copyOfRange(given, at, given.length));
                labels.put(wanted[at].substring(1, wanted[at].length() - 2), Parameters.decodedPath(rest));
                return Optional.of(labels);
            }
            if (!isMatch(wanted[at], given[at], labels)) {
                return Optional.empty();
            }
        }
        return wanted.length == given.length ? Optional.of(labels) : Optional.empty();
    }

    private String trimmed(String rawPath) {
        boolean isSlashExtra = rawPath.length() > 1 && rawPath.endsWith("/") && !template.endsWith("/");
        return isSlashExtra ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
    }

    private static boolean isMatch(String wanted, String given, Map<String, String> labels) {
        if (!wanted.startsWith("{")) {
            return wanted.equals(given);
        }
        if (given.isEmpty()) {
            return false;
        }
        labels.put(wanted.substring(1, wanted.length() - 1), Parameters.decodedPath(given));
        return true;
    }
}
