package sst.local.sts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.port.Host;
import sst.local.port.LocalService;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.Protocol;
import sst.local.wire.codec.Json;

/**
 * AWS STS of the local cloud. Every caller is the account's root, and any role may be assumed.
 * See https://docs.aws.amazon.com/STS/latest/APIReference/
 */
public final class Sts implements LocalService {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/(?:.*/)?([\\w+=,.@-]+)");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final int SHORTEST_SECONDS = 900;

    private final Host host;

    /** Makes the service. */
    public Sts(Host host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "sts";
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint.Named(
                "sts",
                Protocol.QUERY,
                NAMESPACE,
                Map.of(
                        "GetCallerIdentity",
                        Sts::callerIdentity,
                        "GetSessionToken",
                        (input, context) -> Json.object().set("Credentials", credentials(input, 43_200, 129_600)),
                        "AssumeRole",
                        this::assumeRole,
                        "AssumeRoleWithWebIdentity",
                        this::assumeRole,
                        "GetAccessKeyInfo",
                        (input, context) -> Json.object().put("Account", context.account()))));
    }

    private static ObjectNode callerIdentity(ObjectNode input, CallContext context) {
        return Json.object()
                .put("UserId", context.account())
                .put("Account", context.account())
                .put("Arn", "arn:aws:iam::" + context.account() + ":root");
    }

    private ObjectNode assumeRole(ObjectNode input, CallContext context) {
        String session = input.path("RoleSessionName").asText();
        Matcher role = ROLE.matcher(input.path("RoleArn").asText());
        if (!role.matches()) {
            throw invalid("'roleArn' must be the ARN of a role");
        }
        if (!SESSION_NAME.matcher(session).matches()) {
            throw invalid("'roleSessionName' must match [\\w+=,.@-]{2,64}");
        }
        ObjectNode answer = Json.object();
        answer.set("Credentials", credentials(input, 3600, 43_200));
        answer.putObject("AssumedRoleUser")
                .put("AssumedRoleId", "AROALOCAL" + role.group(1).toUpperCase(java.util.Locale.ROOT) + ":" + session)
                .put("Arn", "arn:aws:sts::" + context.account() + ":assumed-role/" + role.group(1) + "/" + session);
        return answer;
    }

    private ObjectNode credentials(ObjectNode input, int standardSeconds, int longestSeconds) {
        int seconds = input.path("DurationSeconds").asInt(standardSeconds);
        if (seconds < SHORTEST_SECONDS || seconds > longestSeconds) {
            throw invalid("'durationSeconds' must be from " + SHORTEST_SECONDS + " to " + longestSeconds);
        }
        return Json.object()
                .put("AccessKeyId", "ASIALOCALCLOUD000000")
                .put("SecretAccessKey", "local-cloud-secret-good-for-nothing-else")
                .put("SessionToken", "local-cloud-session")
                .put(
                        "Expiration",
                        host.clock()
                                .instant()
                                .plus(Duration.ofSeconds(seconds))
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    private static AwsException invalid(String what) {
        return new AwsException(400, "ValidationError", "1 validation error detected: Value at " + what);
    }
}
