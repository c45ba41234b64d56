package sst.runner.deploy.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * ARNs of a stack's own resources as their documentation forms them from the physical id, which saves a call to each
 * service (docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
final class ResourceArns {
    private static final Map<String, String> FORMS = Map.of(
            "AWS::Lambda::Function", "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:%s",
            "AWS::DynamoDB::Table", "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/%s",
            "AWS::SQS::Queue", "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:%s",
            "AWS::Events::EventBus", "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/%s",
            "AWS::Kinesis::Stream", "arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/%s",
            "AWS::S3::Bucket", "arn:${AWS::Partition}:s3:::%s",
            "AWS::IAM::Role", "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/%s",
            "AWS::StepFunctions::StateMachine", "%s");

    private ResourceArns() {}

    /** Whether the ARN of a resource of a template is known. */
    static boolean isKnown(JsonNode resource, String attribute) {
        boolean plain = resource.path("Properties").path("Path").isMissingNode();
        return attribute.equals("Arn") && plain && FORMS.containsKey(typeOf(resource));
    }

    /** The ARN with pseudo parameters in it, as {@code Fn::Sub} takes them. */
    static String of(JsonNode resource, String physicalId) {
        String form = FORMS.get(typeOf(resource));
        if (form == null) {
            throw new IllegalArgumentException("the ARN of an " + typeOf(resource) + " is not known");
        }
        // The physical id of a queue is its URL.
        return form.formatted(
                typeOf(resource).equals("AWS::SQS::Queue")
                        ? physicalId.substring(physicalId.lastIndexOf('/') + 1)
                        : physicalId);
    }

    private static String typeOf(JsonNode resource) {
        return resource.path("Type").asText();
    }
}
