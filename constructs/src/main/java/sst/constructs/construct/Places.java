package sst.constructs.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.model.diagnostic.SourceRef;

/** Which of the CDK's construct paths come from which line of the config. */
public final class Places {
    private final Map<String, Origin> origins = new LinkedHashMap<>();

    /**
     * Where something comes from.
     *
     * @param construct as the user knows it: {@code Notes}, {@code Api/GET /notes}
     * @param type SST's class name
     * @param at the line
     */
    public record Origin(String construct, String type, SourceRef at) {}

    /** Everything at or below the path comes from there, unless a longer path says otherwise. */
    public void mark(String stack, List<String> path, Origin origin) {
        StringBuilder key = new StringBuilder(stack);
        // The CDK writes a slash inside an id as two dashes.
        path.forEach(id -> key.append('/').append(id.replace("/", "--")));
        origins.put(key.toString(), origin);
    }

    /** Where a path such as {@code dev-notes-api/Api/Api/Resource} comes from. */
    public Optional<Origin> of(String path) {
        for (String each = path; !each.isEmpty(); each = parent(each)) {
            Origin origin = origins.get(each);
            if (origin != null) {
                return Optional.of(origin);
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
