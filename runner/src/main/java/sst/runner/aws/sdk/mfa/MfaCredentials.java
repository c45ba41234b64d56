package sst.runner.aws.sdk.mfa;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** Assumes a profile's role with a one-time code, and asks for it only when no session is left. */
public final class MfaCredentials implements AwsCredentialsProvider {
    private final MfaProfile profile;
    private final StsClient sts;
    private final SessionCache cache;
    private final Clock clock;
    private final UnaryOperator<String> ask;
    private @Nullable AwsCredentials credentials;
    private Instant end = Instant.EPOCH;

    /**
     * Where sessions are kept and who is asked.
     *
     * @param cache {@code ~/.aws/cli/cache}
     * @param ask gives the answer to a question, empty when nobody can be asked
     */
    public record Surroundings(Path cache, Clock clock, UnaryOperator<String> ask) {}

    /** @param sts with the credentials of the profile's source */
    public MfaCredentials(MfaProfile profile, StsClient sts, Surroundings around) {
        this.profile = profile;
        this.sts = sts;
        this.cache = new SessionCache(around.cache());
        this.clock = around.clock();
        this.ask = around.ask();
    }

    /** @throws sst.model.diagnostic.CloudError exit 4, when nobody can be asked or the code is refused */
    @Override
    public synchronized AwsCredentials resolveCredentials() {
        Instant now = clock.instant();
        AwsCredentials held = credentials;
        if (held == null || !now.isBefore(end)) {
            held = cache.find(profile, now).<AwsCredentials>map(found -> found).orElseGet(this::assume);
            credentials = held;
            // A session from the cache is looked at again after a while, one of our own when it ends.
            end = end.isAfter(now) ? end : now.plusSeconds(60);
        }
        return held;
    }

    private String code() {
        String code = ask.apply("MFA code of " + profile.serial() + ":").strip();
        if (code.isEmpty()) {
            throw Problems.cloud(Problems.of(
                            Code.CREDENTIALS,
                            "profile '" + profile.name() + "' needs the code of " + profile.serial()
                                    + ", and nobody gives one")
                    .hint("run once in a terminal: aws sts get-caller-identity --profile " + profile.name()
                            + "  (its session is used here too)"));
        }
        return code;
    }

    private AwsCredentials assume() {
        String code = code();
        try {
            Credentials given = sts.assumeRole(r -> r.roleArn(profile.role())
                            .roleSessionName(profile.session() == null ? "sst" : profile.session())
                            .externalId(profile.externalId())
                            .durationSeconds(profile.seconds())
                            .serialNumber(profile.serial())
                            .tokenCode(code))
                    .credentials();
            AwsSessionCredentials session =
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
            cache.keep(profile, session, given.expiration());
            end = given.expiration();
            return session;
        } catch (StsException e) {
            throw Problems.cloud(
                    Problems.of(
                                    Code.CREDENTIALS,
                                    "the role of profile '" + profile.name() + "' cannot be assumed: "
                                            + e.awsErrorDetails().errorMessage())
                            .hint("wait for the next code of the device and run the command again"),
                    e);
        }
    }
}
