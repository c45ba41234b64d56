package sst.local.lambda.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import sst.local.store.Store;

/**
 * The records of functions: one configuration for each version, in AWS's wire form, and the settings that belong to the
 * function as a whole.
 */
public final class FunctionRecords {
    private static final char AFTER = '/' + 1;

    private final NavigableMap<String, JsonNode> versions;
    private final NavigableMap<String, JsonNode> aliases;
    private final NavigableMap<String, JsonNode> settings;
    private final LayerRecords layers;
    private final Consumer<FunctionRef> changed;

    /**
     * Records in a store.
     *
     * @param changed hears of each function version that changed or went
     */
    public FunctionRecords(Store store, Consumer<FunctionRef> changed) {
        this.versions = store.json("lambda.functions");
        this.aliases = store.json("lambda.aliases");
        this.settings = store.json("lambda.settings");
        this.layers = new LayerRecords(store);
        this.changed = changed;
    }

    /** The configuration that a reference with version, alias or nothing leads to. */
    public Optional<ObjectNode> find(FunctionRef ref) {
        return object(versions, ref.key() + "/" + version(ref));
    }

    /** The configuration, or the fault that Lambda answers. */
    public ObjectNode get(FunctionRef ref) {
        return find(ref).orElseThrow(ref::notFound);
    }

    /** The version that a reference's qualifier means now. */
    public String version(FunctionRef ref) {
        if (ref.qualifier().isEmpty()) {
            return FunctionRef.LATEST;
        }
        return alias(ref).map(alias -> Members.text(alias, "FunctionVersion")).orElse(ref.qualifier());
    }

    /** All versions of one function, {@code $LATEST} first. */
    public List<ObjectNode> versions(FunctionRef ref) {
        return below(versions, ref.key());
    }

    /** The {@code $LATEST} of every function of a region, by name. */
    public List<ObjectNode> functions(String region) {
        return below(versions, region).stream()
                .filter(config -> Members.text(config, "Version").equals(FunctionRef.LATEST))
                .toList();
    }

    /** The settings of every function of the account. */
    public List<JsonNode> allSettings() {
        return List.copyOf(settings.values());
    }

    /** Whether any version of any function or layer has that code. */
    public boolean isCodeUsed(String codeSha256) {
        return layers.isCodeUsed(codeSha256)
                || versions.values().stream()
                        .anyMatch(config -> Members.text(config, "CodeSha256").equals(codeSha256)
                                || config.path("Layers")
                                        .findValuesAsText("CodeSha256")
                                        .contains(codeSha256));
    }

    /** The layers that functions may have. */
    public LayerRecords layers() {
        return layers;
    }

    void put(FunctionRef ref, ObjectNode config) {
        String version = Members.text(config, "Version");
        versions.put(ref.key() + "/" + version, config);
        changed.accept(ref.at(version));
    }

    void delete(FunctionRef ref) {
        for (ObjectNode config : versions(ref)) {
            deleteVersion(ref.at(Members.text(config, "Version")));
        }
        aliases(ref).forEach(alias -> aliases.remove(ref.key() + "/" + Members.text(alias, "Name")));
        settings.remove(ref.key());
    }

    void deleteVersion(FunctionRef ref) {
        versions.remove(ref.key() + "/" + ref.qualifier());
        changed.accept(ref);
    }

    Optional<ObjectNode> alias(FunctionRef ref) {
        return object(aliases, ref.key() + "/" + ref.qualifier());
    }

    List<ObjectNode> aliases(FunctionRef ref) {
        return below(aliases, ref.key());
    }

    void putAlias(FunctionRef ref, ObjectNode alias) {
        aliases.put(ref.key() + "/" + ref.qualifier(), alias);
        changed.accept(ref);
    }

    void deleteAlias(FunctionRef ref) {
        aliases.remove(ref.key() + "/" + ref.qualifier());
        changed.accept(ref);
    }

    /** Tags, policies, concurrency and the like; an empty object when there are none. */
    public ObjectNode settings(FunctionRef ref) {
        return object(settings, ref.key()).orElseGet(Members::object);
    }

    /** Changes settings; CloudFormation changes several of a function at one time, and none of them gets lost. */
    void changeSettings(FunctionRef ref, Consumer<ObjectNode> change) {
        synchronized (settings) {
            ObjectNode all = settings(ref);
            change.accept(all);
            settings.put(ref.key(), all);
        }
        changed.accept(ref.at("settings"));
    }

    private static Optional<ObjectNode> object(NavigableMap<String, JsonNode> map, String key) {
        return Optional.ofNullable((ObjectNode) map.get(key));
    }

    private static List<ObjectNode> below(NavigableMap<String, JsonNode> map, String key) {
        return map.subMap(key + "/", true, key + AFTER, false).values().stream()
                .map(ObjectNode.class::cast)
                .toList();
    }
}
