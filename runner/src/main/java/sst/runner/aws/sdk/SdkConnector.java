package sst.runner.aws.sdk;

import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import sst.runner.aws.account.Aws;
import sst.runner.aws.account.AwsConnector;
import sst.runner.aws.account.Target;

/**
 * Connects by the AWS SDK: default credential chain or a named profile for AWS, fixed made-up credentials for the local
 * cloud, which must never see the user's own.
 *
 * @param warnings told when a role cannot be assumed and the caller's own credentials are used
 */
public record SdkConnector(Consumer<String> warnings) implements AwsConnector {
    @Override
    public Aws connect(Target target) {
        return new SdkAws(new Clients(target, credentials(target)), warnings);
    }

    private static AwsCredentialsProvider credentials(Target target) {
        if (target.isLocal()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        }
        String profile = target.profile();
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }
}
