package sst.model.gateway;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.model.schema.MapBlock;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;

/**
 * The routes of an API: a method for each HTTP method, and {@code route 'GET /notes', …}.
 *
 * @param <T> what answers a route
 */
public class RoutesBlock<T> extends MapBlock<T> {
    private static final List<String> METHODS =
            List.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Set<String> written = new HashSet<>();

    public RoutesBlock(PropType<T> type) {
        super(type);
    }

    /** Routes GET requests. */
    public void get(String path, Object target) {
        entry("GET " + path, target);
    }

    /** Routes GET requests, with named arguments. */
    public void get(Map<String, ?> target, String path) {
        get(path, target);
    }

    /** Routes POST requests. */
    public void post(String path, Object target) {
        entry("POST " + path, target);
    }

    /** Routes POST requests, with named arguments. */
    public void post(Map<String, ?> target, String path) {
        post(path, target);
    }

    /** Routes PUT requests. */
    public void put(String path, Object target) {
        entry("PUT " + path, target);
    }

    /** Routes PUT requests, with named arguments. */
    public void put(Map<String, ?> target, String path) {
        put(path, target);
    }

    /** Routes PATCH requests. */
    public void patch(String path, Object target) {
        entry("PATCH " + path, target);
    }

    /** Routes PATCH requests, with named arguments. */
    public void patch(Map<String, ?> target, String path) {
        patch(path, target);
    }

    /** Routes DELETE requests. */
    public void delete(String path, Object target) {
        entry("DELETE " + path, target);
    }

    /** Routes DELETE requests, with named arguments. */
    public void delete(Map<String, ?> target, String path) {
        delete(path, target);
    }

    /** Routes requests of every method. */
    public void any(String path, Object target) {
        entry("ANY " + path, target);
    }

    /** Routes requests of every method, with named arguments. */
    public void any(Map<String, ?> target, String path) {
        any(path, target);
    }

    /** Routes by a key such as {@code GET /notes} or {@code $default}. */
    public void route(String key, Object target) {
        entry(key, target);
    }

    /** Routes by a key, with named arguments. */
    public void route(Map<String, ?> target, String key) {
        entry(key, target);
    }

    @Override
    protected final String key(String route) {
        String spaced = route.replaceAll("\\s+", " ");
        String key = isApart(spaced) ? spaced : methodAndPath(spaced);
        if (!written.add(key)) {
            throw twice(key);
        }
        return key;
    }

    /** The error for a route that is there already. */
    public static UserError twice(String key) {
        return Diagnostic.error(Code.DUPLICATE_ID, "route '" + key + "' is written twice")
                .hint("keep one of them")
                .subject(key)
                .asError();
    }

    /** Whether a key stands apart from methods and paths, as {@code $default} does. */
    protected boolean isApart(String key) {
        return false;
    }

    private static String methodAndPath(String route) {
        String[] parts = route.split(" ", -1);
        if (parts.length != 2) {
            throw new Mismatch("'" + route + "' is not a route", "write it as 'GET /notes'");
        }
        String method = parts[0].toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new Mismatch(
                    "'" + parts[0] + "' is not a method that route '" + route + "' can have",
                    "use one of " + String.join(", ", METHODS));
        }
        if (!parts[1].startsWith("/")) {
            throw new Mismatch("route '" + route + "' has no path", "write it as '" + method + " /notes'");
        }
        return method + " " + parts[1];
    }
}
