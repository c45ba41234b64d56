package sst.runner.aws.sdk.mfa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Sessions in the AWS CLI's cache and under its names: a code that was given to either serves both. */
final class SessionCache {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final Path folder;

    /** @param folder {@code ~/.aws/cli/cache} */
    SessionCache(Path folder) {
        this.folder = folder;
    }

    /** Credentials that are good for a while yet. */
    Optional<AwsSessionCredentials> find(MfaProfile profile, Instant now) {
        try {
            JsonNode found = JSON.readTree(Files.readString(file(profile), StandardCharsets.UTF_8))
                    .path("Credentials");
            Instant end = Instant.parse(found.path("Expiration").asText());
            return now.plus(SPARE).isBefore(end)
                    ? Optional.of(AwsSessionCredentials.create(
                            found.path("AccessKeyId").asText(),
                            found.path("SecretAccessKey").asText(),
                            found.path("SessionToken").asText()))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Readable by the user alone; where that cannot be, the next command asks for a code again. */
    void keep(MfaProfile profile, AwsSessionCredentials credentials, Instant end) {
        ObjectNode file = JSON.createObjectNode();
        file.putObject("Credentials")
                .put("AccessKeyId", credentials.accessKeyId())
                .put("SecretAccessKey", credentials.secretAccessKey())
                .put("SessionToken", credentials.sessionToken())
                .put("Expiration", end.toString());
        try {
            Files.createDirectories(folder);
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path partial = Files.createTempFile(folder, "sst", ".partial", mine);
            Files.writeString(partial, file.toString(), StandardCharsets.UTF_8);
            Files.move(partial, file(profile), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UnsupportedOperationException e) {
            return;
        }
    }

    /** As botocore makes it: SHA-1 of the sorted arguments as JSON. */
    Path file(MfaProfile profile) {
        Map<String, String> arguments = new TreeMap<>();
        arguments.put("RoleArn", quoted(profile.role()));
        arguments.put("SerialNumber", quoted(profile.serial()));
        put(arguments, "ExternalId", profile.externalId());
        put(arguments, "RoleSessionName", profile.session());
        Integer seconds = profile.seconds();
        if (seconds != null) {
            arguments.put("DurationSeconds", seconds.toString());
        }
        StringBuilder json = new StringBuilder();
        arguments.forEach((name, value) -> json.append(json.isEmpty() ? "{" : ", ")
                .append(quoted(name))
                .append(": ")
                .append(value));
        return folder.resolve(sha1(json.append('}').toString()) + ".json");
    }

    private static void put(
            Map<String, String> arguments, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            arguments.put(name, quoted(value));
        }
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
