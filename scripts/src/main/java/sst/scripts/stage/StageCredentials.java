package sst.scripts.stage;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The credentials that reach a stage: made-up ones for the local cloud, which must never see the user's own. */
public final class StageCredentials {
    static final String LOCAL = "local";

    private StageCredentials() {}

    /** For SDK clients. */
    public static AwsCredentialsProvider of(StageSite site) {
        if (site.isLocal()) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL, LOCAL));
        }
        String profile = site.profile();
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }
}
