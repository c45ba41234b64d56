package sst.client;

import java.util.Map;
import java.util.Optional;

/**
 * One bound property, and the names binding gives it: {@code SST_Table_tableName_Notes} in the environment and
 * {@code /sst/app/stage/Table/Notes/tableName} in SSM. Ids have {@code _} where the config has {@code -}.
 *
 * @param type the construct's class as SST writes it, such as {@code Table}
 * @param id the construct's id
 * @param property such as {@code tableName}
 */
public record Binding(String type, String id, String property) {

    private static final String PREFIX = "SST_";

    public Binding {
        id = id.replace('-', '_');
    }

    /**
     * Reads the name of a variable; types and properties hold no underscore, ids may. Properties begin with a small
     * letter, which tells them from SST's own variables such as SST_ADMIN_SECRET_UPDATED_AT.
     */
    public static Optional<Binding> ofVariable(String name) {
        String[] parts = name.split("_", 4);
        return name.startsWith(PREFIX) && parts.length == 4 && Character.isLowerCase(parts[2].codePointAt(0))
                ? Optional.of(new Binding(parts[1], parts[3], parts[2]))
                : Optional.empty();
    }

    /** Reads the name of a parameter without what stands before the type. */
    static Optional<Binding> ofPath(String path) {
        String[] parts = path.split("/", -1);
        return parts.length == 3 ? Optional.of(new Binding(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /** The variable's name. */
    public String variable() {
        return PREFIX + type + "_" + property + "_" + id;
    }

    /** As the config writes it: {@code Table Notes}. */
    String construct() {
        return type + " " + id;
    }

    String parameter(Map<String, String> env) {
        return folder(env) + type + "/" + id + "/" + property;
    }

    /** The value for all stages of the app, which only secrets have. */
    String fallbackParameter(Map<String, String> env) {
        return fallbackFolder(env) + type + "/" + id + "/" + property;
    }

    /** What the stage's parameters begin with. */
    static String folder(Map<String, String> env) {
        String prefix = env.get("SST_SSM_PREFIX");
        String stage = "/sst/" + env.get("SST_APP") + "/" + env.get("SST_STAGE") + "/";
        return prefix == null || prefix.isEmpty() ? stage : prefix;
    }

    static String fallbackFolder(Map<String, String> env) {
        return "/sst/" + env.get("SST_APP") + "/.fallback/";
    }
}
