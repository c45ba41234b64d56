package sst.runner.action.script;

import java.util.Map;
import java.util.Optional;
import sst.runner.action.session.Session;
import sst.runner.assembly.Origin;
import sst.runner.aws.stack.StackResource;
import sst.scripts.stage.StageValues;

/**
 * The one resource of a construct whose physical id is the value that binding would give.
 *
 * @param physicalId as {@code Ref} gives it, see the return values of each type in
 *     https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
record NamedResource(String type, String id, String property, String physicalId) {
    private static final Map<String, String> MAIN = Map.of(
            "Table", "AWS::DynamoDB::Table tableName",
            "Bucket", "AWS::S3::Bucket bucketName",
            "Queue", "AWS::SQS::Queue queueUrl",
            "Topic", "AWS::SNS::Topic topicArn",
            "Function", "AWS::Lambda::Function functionName",
            "KinesisStream", "AWS::Kinesis::Stream streamName",
            "EventBus", "AWS::Events::EventBus eventBusName",
            "Api", "AWS::ApiGatewayV2::Api url");

    static Optional<NamedResource> of(Origin origin, StackResource resource) {
        String[] main = MAIN.getOrDefault(origin.type(), " ").split(" ", 2);
        return main[0].equals(resource.type())
                ? Optional.of(new NamedResource(origin.type(), origin.construct(), main[1], resource.physicalId()))
                : Optional.empty();
    }

    String variable() {
        return StageValues.variable(type, id, property);
    }

    String value(Session session) {
        return type.equals("Api") ? StageAccess.apiUrl(physicalId, session.region(), session.endpoint()) : physicalId;
    }
}
