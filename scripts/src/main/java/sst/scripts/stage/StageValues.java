package sst.scripts.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.client.Binding;
import sst.client.StageBindings;

/**
 * The values of a deployed stage's constructs. First those that binding wrote to SSM, read once; only what is not there is
 * looked up among the resources of the stage's stacks, which takes more calls.
 */
public final class StageValues {
    private final Supplier<Map<String, String>> bound;
    private final Supplier<Map<String, String>> deployed;
    private @Nullable Map<String, String> first;
    private @Nullable Map<String, String> all;

    /**
     * Values by variable name, such as {@code SST_Table_tableName_Notes}.
     *
     * @param bound what binding keeps in SSM
     * @param deployed what the stacks' resources tell; throws when the stage is not deployed
     */
    public StageValues(Supplier<Map<String, String>> bound, Supplier<Map<String, String>> deployed) {
        this.bound = bound;
        this.deployed = deployed;
    }

    /** The values of the stage, each source asked when it is first needed. */
    public static StageValues of(Map<String, String> env, StageSite site, Supplier<Map<String, String>> deployed) {
        return new StageValues(
                () -> StageBindings.of(StageSettings.over(env, site)).read(), deployed);
    }

    /** The name of a value: {@code SST_Table_tableName_Notes}. */
    public static String variable(String type, String id, String property) {
        return new Binding(type, id, property).variable();
    }

    /** One value. */
    public Optional<String> find(String type, String id, String property) {
        String name = variable(type, id, property);
        String value = first().get(name);
        return value != null ? Optional.of(value) : Optional.ofNullable(all().get(name));
    }

    /** Everything known of the stage, by variable name. */
    public synchronized Map<String, String> all() {
        Map<String, String> known = all;
        if (known == null) {
            known = new TreeMap<>(deployed.get());
            known.putAll(first());
            all = known;
        }
        return known;
    }

    /** The ids of all constructs of a class. */
    public List<String> ids(String type) {
        return all().keySet().stream()
                .flatMap(name -> Binding.ofVariable(name).stream())
                .filter(binding -> binding.type().equals(type))
                .map(Binding::id)
                .distinct()
                .toList();
    }

    /** The names of a construct's values. */
    public List<String> properties(String type, String id) {
        String name = new Binding(type, id, "").id();
        return all().keySet().stream()
                .flatMap(variable -> Binding.ofVariable(variable).stream())
                .filter(binding -> binding.type().equals(type) && binding.id().equals(name))
                .map(Binding::property)
                .toList();
    }

    private synchronized Map<String, String> first() {
        Map<String, String> known = first;
        if (known == null) {
            known = bound.get();
            first = known;
        }
        return known;
    }
}
