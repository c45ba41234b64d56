package sst.runner.aws.sdk;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.services.sts.StsClient;
import sst.runner.aws.account.Aws;
import sst.runner.aws.account.AwsConnector;
import sst.runner.aws.account.Target;
import sst.runner.aws.sdk.mfa.MfaCredentials;
import sst.runner.aws.sdk.mfa.MfaProfile;

/**
 * Connects by the AWS SDK: default credential chain or a named profile for AWS, fixed made-up credentials for the local
 * cloud, which must never see the user's own.
 *
 * @param warnings told when a role cannot be assumed and the caller's own credentials are used
 * @param ask asked for one-time codes; gives an empty answer when nobody is there
 */
public record SdkConnector(Consumer<String> warnings, UnaryOperator<String> ask) implements AwsConnector {
    @Override
    public Aws connect(Target target) {
        return new SdkAws(new Clients(target, credentials(target)), warnings);
    }

    private AwsCredentialsProvider credentials(Target target) {
        if (target.isLocal()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        }
        String profile = target.profile();
        return withCode(target)
                .orElseGet(() -> profile == null
                        ? DefaultCredentialsProvider.builder().build()
                        : ProfileCredentialsProvider.create(profile));
    }

    private Optional<AwsCredentialsProvider> withCode(Target target) {
        String named = target.profile();
        Optional<String> name =
                named == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValue() : Optional.of(named);
        return name.flatMap(known -> ProfileFile.defaultProfileFile().profile(known))
                .flatMap(MfaProfile::of)
                .map(profile -> {
                    Clients source = new Clients(target, ProfileCredentialsProvider.create(profile.source()));
                    Path cache = Path.of(System.getProperty("user.home"), ".aws", "cli", "cache");
                    return new MfaCredentials(
                            profile,
                            source.makeQuick(StsClient.builder()),
                            new MfaCredentials.Surroundings(cache, Clock.systemUTC(), ask));
                });
    }
}
