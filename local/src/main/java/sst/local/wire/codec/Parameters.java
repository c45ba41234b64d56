package sst.local.wire.codec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.wire.AwsException;
import sst.local.wire.Refusals;

/** Percent-encoded names and values of query strings, forms and paths. */
public final class Parameters {
    private Parameters() {}

    /**
     * Parses {@code a=1&b=2&b=3}; a name without an equals sign has an empty value.
     *
     * @throws AwsException {@code SerializationException} on a broken percent escape
     */
    public static Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int split = pair.indexOf('=');
                String name = split < 0 ? pair : pair.substring(0, split);
                String value = split < 0 ? "" : pair.substring(split + 1);
                all.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
            }
        }
        return all;
    }

    /** Decodes a part of a path, where a plus sign is itself. */
    public static String decodedPath(String raw) {
        return decoded(raw.replace("+", "%2B"));
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refusals.malformed("broken percent encoding in the request");
        }
    }
}
