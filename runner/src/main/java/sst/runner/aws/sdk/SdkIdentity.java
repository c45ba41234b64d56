package sst.runner.aws.sdk;

import software.amazon.awssdk.services.sts.StsClient;
import sst.runner.aws.IdentityPort;

/** STS over the SDK. */
record SdkIdentity(StsClient client) implements IdentityPort {
    @Override
    public Caller caller() {
        var response = SdkErrors.call(() -> client.getCallerIdentity());
        return new Caller(response.account(), response.arn());
    }
}
