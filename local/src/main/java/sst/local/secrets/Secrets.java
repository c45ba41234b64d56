package sst.local.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.port.Host;
import sst.local.store.Store;
import sst.local.store.Vault;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;

/** The secrets themselves: a record of each, its versions in {@code Versions} by id, their values sealed. */
final class Secrets {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");
    private static final Pattern ARN = Pattern.compile("arn:aws:secretsmanager:([^:]+):\\d{12}:secret:(.+)");
    private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9]{6}$");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SUFFIX_LETTERS = 6;
    private static final double MILLIS = 1000.0;

    private final Store store;
    private final Clock clock;
    private final Vault vault;
    private final SecureRandom random;

    Secrets(Host host, SecureRandom random) {
        this.store = host.store();
        this.clock = host.clock();
        this.vault = new Vault(store.folder("keys").resolve("secrets.key"), random);
        this.random = random;
    }

    SecureRandom random() {
        return random;
    }

    /** Seconds since the epoch, as the API has times. */
    double now() {
        return clock.millis() / MILLIS;
    }

    String seal(String text) {
        return vault.seal(text);
    }

    String open(String sealed) {
        return vault.open(sealed);
    }

    private NavigableMap<String, JsonNode> all() {
        return store.json("secrets");
    }

    List<ObjectNode> in(String region) {
        return all().subMap(region + "/", true, region + "0", false).values().stream()
                .filter(secret -> !isGone(secret))
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** A secret by name, by ARN, or by an ARN without its last seven letters. */
    Optional<ObjectNode> find(String region, String nameOrArn) {
        Matcher arn = ARN.matcher(nameOrArn);
        if (!arn.matches()) {
            return named(region, nameOrArn);
        }
        String name = arn.group(2);
        return named(arn.group(1), SUFFIX.matcher(name).replaceFirst(""))
                .filter(secret -> secret.path("ARN").asText().equals(nameOrArn))
                .or(() -> named(arn.group(1), name));
    }

    private Optional<ObjectNode> named(String region, String name) {
        return all().get(region + "/" + name) instanceof ObjectNode secret && !isGone(secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** A deleted secret is there until its recovery window ends. */
    private boolean isGone(JsonNode secret) {
        return secret.path("DeletionDate").asDouble(Double.MAX_VALUE) <= now();
    }

    ObjectNode existing(String region, String nameOrArn) {
        return find(region, nameOrArn).orElseThrow(() -> notFound("Secrets Manager can't find the specified secret."));
    }

    /** A secret that is not marked for deletion. */
    ObjectNode usable(String region, String nameOrArn) {
        ObjectNode secret = existing(region, nameOrArn);
        if (isDeleted(secret)) {
            throw invalidRequest("You can't perform this operation on the secret because it was marked for deletion.");
        }
        return secret;
    }

    static boolean isDeleted(JsonNode secret) {
        return secret.has("DeletionDate");
    }

    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new AwsException(
                    400,
                    "ValidationException",
                    "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following:"
                            + " -/_+=.@!");
        }
        return name;
    }

    String arn(String name, CallContext context) {
        StringBuilder suffix = new StringBuilder();
        random.ints(SUFFIX_LETTERS, 0, LETTERS.length()).forEach(at -> suffix.append(LETTERS.charAt(at)));
        return context.arn("secretsmanager", "secret:" + name + "-" + suffix);
    }

    void save(ObjectNode secret) {
        all().put(key(secret), secret);
    }

    void remove(ObjectNode secret) {
        all().remove(key(secret));
    }

    private static String key(ObjectNode secret) {
        return secret.path("ARN").asText().split(":", -1)[3] + "/"
                + secret.path("Name").asText();
    }

    static AwsException notFound(String message) {
        return new AwsException(400, "ResourceNotFoundException", message);
    }

    static AwsException invalidRequest(String message) {
        return new AwsException(400, "InvalidRequestException", message);
    }

    static AwsException invalidParameter(String message) {
        return new AwsException(400, "InvalidParameterException", message);
    }
}
