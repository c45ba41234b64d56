package sst.runner.aws.sdk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LogType;
import sst.runner.aws.FunctionPort;

/** Lambda over the SDK. */
record SdkFunctions(LambdaClient client) implements FunctionPort {
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
