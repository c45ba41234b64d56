package sst.runner.aws.sdk;

import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.ParameterPort;

/** SSM parameters over the SDK. */
record SdkParameters(SsmClient client) implements ParameterPort {
    @Override
    public Optional<String> find(String name) {
        try {
            return Optional.of(SdkErrors.call(() -> client.getParameter(r -> r.name(name)))
                    .parameter()
                    .value());
        } catch (AwsFailure failure) {
            if (failure.code().equals("ParameterNotFound")) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
