package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sst.runner.plan.change.Replacement;

/**
 * What is known about resource types beside their names: which properties cannot be changed in place and which data
 * goes with the resource. The facts are "Update requires" of each type's page in the CloudFormation template reference,
 * kept in {@code resource-rules.json}.
 */
public final class ResourceRules {
    private final JsonNode types;

    private ResourceRules(JsonNode types) {
        this.types = types;
    }

    /** The rules that come with sst. */
    public static ResourceRules bundled() {
        try (InputStream json = ResourceRules.class.getResourceAsStream("resource-rules.json")) {
            return new ResourceRules(new JsonMapper().readTree(Objects.requireNonNull(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Replacement replacement(String type, String property) {
        JsonNode rule = types.get(type);
        if (rule == null) {
            return Replacement.MAYBE;
        }
        if (lists(rule.path("replace"), property)) {
            return Replacement.YES;
        }
        return lists(rule.path("maybe"), property) ? Replacement.MAYBE : Replacement.NO;
    }

    /** What is lost with a resource of this type, in words; null when it holds no data. */
    @Nullable
    String loss(String type) {
        JsonNode data = types.path(type).get("data");
        return data == null ? null : data.asText();
    }

    /** The types that hold data. */
    public Set<String> typesWithData() {
        Set<String> found = new TreeSet<>();
        types.properties().forEach(type -> {
            if (type.getValue().has("data")) {
                found.add(type.getKey());
            }
        });
        return found;
    }

    private static boolean lists(JsonNode names, String property) {
        for (JsonNode name : names) {
            if (name.asText().equals(property)) {
                return true;
            }
        }
        return false;
    }
}
