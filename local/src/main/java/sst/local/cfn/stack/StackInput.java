package sst.local.cfn.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.local.cfn.value.ParameterValue;

/**
 * What a stack is made from.
 *
 * @param template the key of the template's text
 * @param parameters by name
 * @param tags of the stack
 * @param notificationArns SNS topics that want its events
 * @param capabilities that the caller acknowledged
 * @param roleArn the service role; recorded, not assumed
 */
public record StackInput(
        String template,
        Map<String, ParameterValue> parameters,
        Map<String, String> tags,
        List<String> notificationArns,
        List<String> capabilities,
        String roleArn) {
    public StackInput {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        notificationArns = List.copyOf(notificationArns);
        capabilities = List.copyOf(capabilities);
    }
}
