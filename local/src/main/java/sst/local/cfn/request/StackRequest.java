package sst.local.cfn.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.local.cfn.value.GivenParameter;

/**
 * What a caller gives to make or change a stack.
 *
 * @param template where the template is
 * @param parameters by name
 * @param tags null when the caller says nothing of tags
 * @param notificationArns null when the caller says nothing of them
 * @param capabilities that the caller acknowledges
 * @param roleArn empty when there is none
 */
public record StackRequest(
        TemplateSource template,
        Map<String, GivenParameter> parameters,
        @Nullable Map<String, String> tags,
        @Nullable List<String> notificationArns,
        List<String> capabilities,
        String roleArn) {}
