package sst.runner.assembly;

import org.jspecify.annotations.Nullable;

/**
 * Fills the environment placeholders that the CDK leaves in manifests of environment-agnostic stacks.
 *
 * @param account twelve digits
 * @param region such as {@code eu-west-1}
 */
public record Placeholders(String account, String region) {
    /** The text with {@code ${AWS::AccountId}}, {@code ${AWS::Region}} and {@code ${AWS::Partition}} filled in. */
    public String fill(String text) {
        return text.replace("${AWS::AccountId}", account)
                .replace("${AWS::Region}", region)
                .replace("${AWS::Partition}", partition());
    }

    /** As {@link #fill}, and null stays null. */
    public @Nullable String fillOptional(@Nullable String text) {
        return text == null ? null : fill(text);
    }

    /** The partition that the region belongs to (docs.aws.amazon.com/general/latest/gr/aws-arns-and-namespaces). */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
