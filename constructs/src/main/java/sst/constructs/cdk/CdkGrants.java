package sst.constructs.cdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sqs.IQueue;
import sst.constructs.construct.Grant;

/** What naming a CDK object among permissions grants: everything on its resource (SST v2: {@code util/permission.ts}). */
public final class CdkGrants {
    private CdkGrants() {}

    /** The grants; empty when nobody can say which permissions the object stands for. */
    public static Optional<List<Grant>> of(Object object) {
        if (object instanceof PolicyStatement statement) {
            return Optional.of(List.of(stated(statement)));
        }
        if (object instanceof ITable table) {
            return everything("dynamodb", table.getTableArn(), table.getTableArn() + "/*");
        }
        if (object instanceof IBucket bucket) {
            return everything("s3", bucket.getBucketArn(), bucket.getBucketArn() + "/*");
        }
        return single(object);
    }

    private static Optional<List<Grant>> single(Object object) {
        if (object instanceof ITopic topic) {
            return everything("sns", topic.getTopicArn());
        }
        if (object instanceof IQueue queue) {
            return everything("sqs", queue.getQueueArn());
        }
        if (object instanceof IStream stream) {
            return everything("kinesis", stream.getStreamArn());
        }
        if (object instanceof IEventBus bus) {
            return everything("events", bus.getEventBusArn());
        }
        return object instanceof IFunction function
                ? everything("lambda", function.getFunctionArn())
                : Optional.empty();
    }

    private static Optional<List<Grant>> everything(String service, String... arns) {
        return Optional.of(List.of(Grant.allow(List.of(service + ":*"), List.of(arns))));
    }

    @SuppressWarnings("unchecked")
    private static Grant stated(PolicyStatement statement) {
        boolean isAllowed = statement.getEffect() == Effect.ALLOW;
        Map<String, Object> conditions =
                statement.getConditions() instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        return new Grant(statement.getActions(), statement.getResources(), isAllowed, conditions);
    }
}
