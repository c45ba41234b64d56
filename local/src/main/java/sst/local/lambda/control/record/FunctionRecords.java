package sst.local.lambda.control.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sst.local.store.Store;
import sst.local.store.Vault;
import sst.local.wire.codec.Json;

/**
 * The records of functions: one configuration for each version, in AWS's wire form, and the settings that belong to the
 * function as a whole. Environments are sealed, as those of AWS are encrypted at rest: they are where secrets end up.
 */
public final class FunctionRecords {
    private static final char AFTER = '/' + 1;
    private static final String ENVIRONMENT = "Environment";
    private static final String SEALED = "Sealed";

    private final Store store;
    private final NavigableMap<String, JsonNode> versions;
    private final NavigableMap<String, JsonNode> aliases;
    private final NavigableMap<String, JsonNode> settings;
    private final LayerRecords layers;
    private final Vault vault;
    private final Consumer<FunctionRef> changed;

    /**
     * Records in a store.
     *
     * @param changed hears of each function version that changed or went
     */
    public FunctionRecords(Store store, Consumer<FunctionRef> changed) {
        this.store = store;
        this.versions = store.json("lambda.functions");
        this.aliases = store.json("lambda.aliases");
        this.settings = store.json("lambda.settings");
        this.layers = new LayerRecords(store);
        this.vault = new Vault(store.folder("keys").resolve("lambda.key"), new SecureRandom());
        this.changed = changed;
    }

    /** The configuration that a reference with version, alias or nothing leads to. */
    public Optional<ObjectNode> find(FunctionRef ref) {
        return object(versions, ref.key() + "/" + version(ref)).map(this::opened);
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
        return below(versions, ref.key()).stream().map(this::opened).toList();
    }

    /** The {@code $LATEST} of every function of a region, by name. */
    public List<ObjectNode> functions(String region) {
        return below(versions, region).stream()
                .filter(config -> Members.text(config, "Version").equals(FunctionRef.LATEST))
                .map(this::opened)
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

    /** Makes changes of which a kill leaves all or none. */
    public <T> T together(Supplier<T> changes) {
        return store.atomically(changes);
    }

    /** Does away with what changes made useless, when a kill can no longer take them back. */
    public void afterwards(Runnable cleaning) {
        store.afterCommit(cleaning);
    }

    /** The layers that functions may have. */
    public LayerRecords layers() {
        return layers;
    }

    public void put(FunctionRef ref, ObjectNode config) {
        String version = Members.text(config, "Version");
        versions.put(ref.key() + "/" + version, sealed(config));
        changed.accept(ref.at(version));
    }

    public void delete(FunctionRef ref) {
        for (ObjectNode config : versions(ref)) {
            deleteVersion(ref.at(Members.text(config, "Version")));
        }
        aliases(ref).forEach(alias -> aliases.remove(ref.key() + "/" + Members.text(alias, "Name")));
        settings.remove(ref.key());
    }

    public void deleteVersion(FunctionRef ref) {
        versions.remove(ref.key() + "/" + ref.qualifier());
        changed.accept(ref);
    }

    public Optional<ObjectNode> alias(FunctionRef ref) {
        return object(aliases, ref.key() + "/" + ref.qualifier());
    }

    public List<ObjectNode> aliases(FunctionRef ref) {
        return below(aliases, ref.key());
    }

    public void putAlias(FunctionRef ref, ObjectNode alias) {
        aliases.put(ref.key() + "/" + ref.qualifier(), alias);
        changed.accept(ref);
    }

    public void deleteAlias(FunctionRef ref) {
        aliases.remove(ref.key() + "/" + ref.qualifier());
        changed.accept(ref);
    }

    /** Tags, policies, concurrency and the like; an empty object when there are none. */
    public ObjectNode settings(FunctionRef ref) {
        return object(settings, ref.key()).orElseGet(Members::object);
    }

    /** Changes settings; CloudFormation changes several of a function at one time, and none of them gets lost. */
    public void changeSettings(FunctionRef ref, Consumer<ObjectNode> change) {
        synchronized (settings) {
            ObjectNode all = settings(ref);
            change.accept(all);
            settings.put(ref.key(), all);
        }
        changed.accept(ref.at("settings"));
    }

    private ObjectNode sealed(ObjectNode config) {
        JsonNode environment = config.path(ENVIRONMENT);
        if (environment.isMissingNode()) {
            return config;
        }
        ObjectNode kept = config.deepCopy();
        kept.putObject(ENVIRONMENT).put(SEALED, vault.seal(environment.toString()));
        return kept;
    }

    private ObjectNode opened(ObjectNode kept) {
        String environment = Members.text(kept.path(ENVIRONMENT), SEALED);
        return environment.isEmpty() ? kept : kept.set(ENVIRONMENT, Json.parse(vault.open(environment)));
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
