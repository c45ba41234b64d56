package sst.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.codec.Json;

/** All records of IAM, by kind and name. IAM is one for all regions. */
final class Records {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");
    private static final Pattern PATH = Pattern.compile("/|/[\\x21-\\x7E]{1,510}/");

    private final Store store;
    private final Clock clock;

    Records(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What IAM keeps. */
    enum Kind {
        ROLE("role", "RoleName", "AROA"),
        POLICY("policy", "PolicyName", "ANPA"),
        PROFILE("instance-profile", "InstanceProfileName", "AIPA");

        private final String word;
        private final String nameMember;
        private final String idPrefix;

        Kind(String word, String nameMember, String idPrefix) {
            this.word = word;
            this.nameMember = nameMember;
            this.idPrefix = idPrefix;
        }

        String nameMember() {
            return nameMember;
        }

        String idMember() {
            return nameMember.replace("Name", "Id");
        }

        String text() {
            return switch (this) {
                case ROLE -> "The role with name ";
                case POLICY -> "Policy ";
                case PROFILE -> "Instance Profile ";
            };
        }
    }

    private NavigableMap<String, JsonNode> map(Kind kind) {
        return store.json("iam." + kind.word);
    }

    Collection<JsonNode> all(Kind kind) {
        return map(kind).values();
    }

    Optional<ObjectNode> find(Kind kind, String name) {
        return Optional.ofNullable((ObjectNode) map(kind).get(name));
    }

    ObjectNode existing(Kind kind, String name) {
        return find(kind, name).orElseThrow(() -> Iam.noSuchEntity(kind.text() + name));
    }

    void save(Kind kind, ObjectNode record) {
        map(kind).put(record.path("Shown").path(kind.nameMember()).asText(), record);
    }

    void remove(Kind kind, String name) {
        map(kind).remove(name);
    }

    /** A new record, kept; {@code Shown} holds what the API shows of it. */
    synchronized ObjectNode create(Kind kind, ObjectNode input) {
        String name = input.path(kind.nameMember()).asText();
        String path = input.path("Path").asText("/");
        if (!NAME.matcher(name).matches()) {
            throw Iam.invalid("The specified value for " + kind.nameMember()
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        }
        if (!PATH.matcher(path).matches()) {
            throw Iam.invalid("The specified value for path is invalid. It must begin and end with /");
        }
        if (find(kind, name).isPresent()) {
            throw Iam.alreadyExists(kind.text().replaceFirst("^The role", "Role") + name);
        }
        ObjectNode record = Json.object();
        record.putObject("Shown")
                .put("Path", path)
                .put(kind.nameMember(), name)
                .put(kind.idMember(), id(kind, name))
                .put("Arn", arn(kind, path, name))
                .put("CreateDate", now());
        record.set("Tags", tags(input.path("Tags")));
        save(kind, record);
        return record;
    }

    static String arn(Kind kind, String path, String name) {
        return "arn:aws:iam::" + CallContext.ACCOUNT + ":" + kind.word + path + name;
    }

    /** Twenty characters that are new with each creation. */
    private String id(Kind kind, String name) {
        String seed = kind + name + clock.instant();
        String hex =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        return kind.idPrefix + hex.replace("-", "").substring(0, 17).toUpperCase(Locale.ROOT);
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static ObjectNode tags(JsonNode list) {
        ObjectNode tags = Json.object();
        list.forEach(tag -> tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    static JsonNode tagList(ObjectNode record) {
        return Json.tree(record.path("Tags").properties().stream()
                .map(tag -> Json.object()
                        .put("Key", tag.getKey())
                        .put("Value", tag.getValue().asText()))
                .toList());
    }

    /** Refuses a policy document that is no JSON object. */
    static String document(JsonNode given) {
        String text = given.asText();
        try {
            if (!text.isBlank()
                    && Json.read(text.getBytes(StandardCharsets.UTF_8)).has("Statement")) {
                return text;
            }
        } catch (AwsException notJson) {
            throw malformed();
        }
        throw malformed();
    }

    private static AwsException malformed() {
        return new AwsException(400, "MalformedPolicyDocument", "Syntax errors in policy.");
    }
}
