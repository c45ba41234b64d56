package sst.model.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.model.schema.MapBlock;
import sst.model.schema.Mismatch;
import sst.model.schema.PropType;

/** The routes of an API: a method for each HTTP method, and {@code route 'GET /notes', …}. */
public final class RoutesBlock extends MapBlock<Route> {
    private static final Pattern KEY = Pattern.compile("([A-Za-z]+)\\s+(/\\S*)");
    private static final Set<String> METHODS =
            Set.of("ANY", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    public RoutesBlock(PropType<Route> type) {
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
    protected String key(String written) {
        if (written.equals("$default")) {
            return written;
        }
        Matcher matcher = KEY.matcher(written);
        String method = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
        if (!METHODS.contains(method)) {
            throw new Mismatch("'" + written + "' is not a route", "write it as 'GET /notes' or '$default'");
        }
        return method + " " + matcher.group(2);
    }
}
