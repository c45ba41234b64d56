package sst.runner.aws.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import sst.runner.aws.FunctionPort;

/** Lambda over the SDK. */
record SdkFunctions(LambdaClient client) implements FunctionPort {
    @Override
    public FunctionState updateCode(String functionName, String bucket, String key) {
        var after = SdkErrors.call(() -> client.updateFunctionCode(
                r -> r.functionName(functionName).s3Bucket(bucket).s3Key(key)));
        return state(after.lastUpdateStatus(), after.lastUpdateStatusReason(), after.environment());
    }

    @Override
    public FunctionState configure(
            String functionName, Map<String, String> settings, @Nullable Map<String, String> environment) {
        UpdateFunctionConfigurationRequest.Builder request =
                UpdateFunctionConfigurationRequest.builder().functionName(functionName);
        settings.forEach((name, value) -> {
            switch (name) {
                case "MemorySize" -> request.memorySize(Integer.valueOf(value));
                case "Timeout" -> request.timeout(Integer.valueOf(value));
                case "Handler" -> request.handler(value);
                case "Description" -> request.description(value);
                default -> throw new IllegalArgumentException("no setting of a function: " + name);
            }
        });
        if (environment != null) {
            request.environment(e -> e.variables(environment));
        }
        var after = SdkErrors.call(() -> client.updateFunctionConfiguration(request.build()));
        return state(after.lastUpdateStatus(), after.lastUpdateStatusReason(), after.environment());
    }

    @Override
    public FunctionState state(String functionName) {
        var found = SdkErrors.call(() -> client.getFunctionConfiguration(r -> r.functionName(functionName)));
        return state(found.lastUpdateStatus(), found.lastUpdateStatusReason(), found.environment());
    }

    private static FunctionState state(
            @Nullable LastUpdateStatus status, @Nullable String reason, @Nullable EnvironmentResponse environment) {
        String failure = reason == null ? "the update failed" : reason;
        return new FunctionState(
                status == LastUpdateStatus.IN_PROGRESS,
                status == LastUpdateStatus.FAILED ? failure : "",
                environment == null ? Map.of() : environment.variables());
    }

    @Override
    public Invocation invoke(String functionName, String payload) {
        var response = SdkErrors.call(() -> client.invoke(
                r -> r.functionName(functionName).logType(LogType.TAIL).payload(SdkBytes.fromUtf8String(payload))));
        SdkBytes answer = response.payload();
        String log = response.logResult();
        return new Invocation(
                response.statusCode(),
                answer == null ? "" : answer.asUtf8String(),
                response.functionError(),
                log == null ? "" : new String(Base64.getDecoder().decode(log), StandardCharsets.UTF_8));
    }
}
