package sst.runner.plan.diff;

import java.nio.charset.StandardCharsets;
import sst.model.diagnostic.Code;
import sst.runner.assembly.StackArtifact;
import sst.runner.failure.Problems;

/**
 * CloudFormation's quotas for one template, looked at before anything is sent
 * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
 */
public final class TemplateLimits {
    private static final int INLINE_BYTES = 51_200;
    private static final int BYTES = 1_048_576;
    private static final int RESOURCES = 500;
    private static final int OUTPUTS = 200;
    private static final int PARAMETERS = 200;
    private static final int PARAMETER_BYTES = 4_096;

    private TemplateLimits() {}

    /** @throws sst.model.diagnostic.UserError when AWS would refuse the template for its size */
    public static void check(StackArtifact stack) {
        int bytes = bytes(stack.templateText());
        if (stack.settings().templateUrl() == null) {
            refuse(stack, "bytes of template without an assets bucket", bytes, INLINE_BYTES);
        }
        refuse(stack, "bytes of template", bytes, BYTES);
        refuse(stack, "resources", stack.template().path("Resources").size(), RESOURCES);
        refuse(stack, "outputs", stack.template().path("Outputs").size(), OUTPUTS);
        refuse(stack, "parameters", stack.template().path("Parameters").size(), PARAMETERS);
        stack.settings()
                .parameters()
                .forEach((name, value) -> refuse(stack, "bytes in parameter " + name, bytes(value), PARAMETER_BYTES));
    }

    private static void refuse(StackArtifact stack, String what, int found, int most) {
        if (found > most) {
            throw Problems.of(
                            Code.ASSEMBLY,
                            "stack " + stack.label() + " has " + found + " " + what + "; CloudFormation takes " + most)
                    .hint("split the stack into two")
                    .asError();
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
