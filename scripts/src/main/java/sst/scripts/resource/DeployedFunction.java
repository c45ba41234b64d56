package sst.scripts.resource;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import sst.scripts.call.Clients;
import sst.scripts.stage.StageValues;

/** A function. */
public final class DeployedFunction extends Deployed {
    private final Clients clients;

    DeployedFunction(StageValues values, String id, Clients clients) {
        super(values, "Function", id, "functionName");
        this.clients = clients;
    }

    public String functionName() {
        return name();
    }

    /**
     * Calls it and waits.
     *
     * @param event anything that can be JSON; text is sent as a JSON string
     * @return what it answered, as maps, lists and plain values; null for no answer
     * @throws FunctionFailed when the function threw
     */
    public @Nullable Object invoke(Object event) {
        var answer = clients.get(LambdaClient.class, LambdaClient::builder)
                .invoke(request -> request.functionName(name()).payload(SdkBytes.fromUtf8String(Json.value(event))));
        String text = answer.payload() == null
                ? ""
                : new String(answer.payload().asByteArrayUnsafe(), StandardCharsets.UTF_8);
        if (answer.functionError() != null) {
            throw new FunctionFailed(id(), text);
        }
        return Json.parse(text);
    }

    /** Calls it with an empty event. */
    public @Nullable Object invoke() {
        return invoke(Map.of());
    }
}
