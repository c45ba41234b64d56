package sst.model.event;

import java.util.LinkedHashMap;
import java.util.Map;
import sst.model.function.FunctionDefinition;
import sst.model.value.CdkOverride;

/**
 * A function without anything beside it, where others have props of their own.
 *
 * @param function the function
 */
public record PlainReceiver(FunctionDefinition function) implements Receiver {
    /** Each function as a receiver. */
    public static Map<String, PlainReceiver> all(Map<String, FunctionDefinition> functions) {
        Map<String, PlainReceiver> receivers = new LinkedHashMap<>();
        functions.forEach((key, function) -> receivers.put(key, new PlainReceiver(function)));
        return receivers;
    }

    @Override
    public Map<String, CdkOverride> cdk() {
        return Map.of();
    }
}
