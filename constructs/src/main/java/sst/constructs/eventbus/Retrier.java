package sst.constructs.eventbus;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.sqs.Queue;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Spot;
import sst.constructs.function.InlineFunction;
import sst.constructs.function.LambdaFunction;

/** Calls functions again that have failed, each time later: made once for a bus, when a target asks for it. */
final class Retrier {
    private final Spot spot;
    private final Set<LambdaFunction> served = new HashSet<>();
    private @Nullable Queue queue;

    Retrier(Spot spot) {
        this.spot = spot;
    }

    /** Has the failed calls of a function made again so many times. */
    void serve(LambdaFunction function, int retries) {
        if (!served.add(function)) {
            return;
        }
        if (queue == null) {
            queue = make();
        }
        function.environment("SST_RETRIES", String.valueOf(retries));
        function.cdk()
                .configureAsyncInvoke(EventInvokeConfigOptions.builder()
                        .onFailure(new SqsDestination(queue))
                        .retryAttempts(0)
                        .build());
    }

    private Queue make() {
        String name = spot.site().prefixed(spot.id() + "Retrier");
        Queue made = Queue.Builder.create(spot.scope(), "RetrierQueue")
                .queueName(name)
                .build();
        Function retrier = InlineFunction.builder(spot.scope(), "RetrierFunction", "retrier")
                .functionName(name)
                .timeout(Duration.seconds(30))
                .environment(Map.of("RETRIER_QUEUE_URL", made.getQueueUrl()))
                .build();
        retrier.addToRolePolicy(ofThisApp().statement());
        retrier.addEventSource(SqsEventSource.Builder.create(made)
                .reportBatchItemFailures(true)
                .build());
        made.grantSendMessages(retrier);
        return made;
    }

    /** Functions of other stacks are told by their tags; naming them would make the stacks need each other. */
    private Grant ofThisApp() {
        StackSite site = spot.site();
        String functions = "arn:" + site.stack().getPartition() + ":lambda:"
                + site.stack().getRegion() + ":" + site.stack().getAccount() + ":function:*";
        return new Grant(
                List.of("lambda:InvokeFunction", "lambda:GetFunctionConfiguration"),
                List.of(functions),
                true,
                Map.of(
                        "StringEquals",
                        Map.of(
                                "aws:ResourceTag/sst:app", site.app().name(),
                                "aws:ResourceTag/sst:stage", site.app().stage())));
    }
}
