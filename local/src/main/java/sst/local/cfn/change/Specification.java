package sst.local.cfn.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** AWS's rules of resource types, made from {@code @aws-cdk/aws-service-spec} and a table of its known gaps. */
public final class Specification {
    private final JsonNode types;
    private final JsonNode gaps;

    private Specification(JsonNode types, JsonNode gaps) {
        this.types = types;
        this.gaps = gaps;
    }

    /** The specification that is shipped. */
    public static Specification load() {
        return new Specification(read("resource-types.json"), read("resource-gaps.json"));
    }

    /** The rules of a type; without any for a type that is not listed. */
    public TypeRules of(String type) {
        JsonNode entry = types.path(type);
        if (entry.isMissingNode()) {
            return TypeRules.NONE;
        }
        Set<String> replace = texts(entry.path("replace"));
        replace.addAll(texts(gaps.path(type).path("replace")));
        return new TypeRules(
                fixed(texts(entry.path("properties"))),
                fixed(texts(entry.path("required"))),
                fixed(replace),
                fixed(texts(entry.path("maybe"))),
                fixed(texts(entry.path("identifier"))),
                entry.path("tags").asText(""));
    }

    private static Set<String> fixed(Set<String> texts) {
        return Collections.unmodifiableSet(texts);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode read(String name) {
        try (InputStream in = Specification.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
