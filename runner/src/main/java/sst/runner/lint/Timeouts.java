package sst.runner.lint;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import sst.model.api.ApiProps;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.function.FunctionBlock;
import sst.model.queue.QueueProps;
import sst.model.schema.PropTypes;
import sst.model.schema.written.Mismatch;
import sst.model.value.CdkOverride;

/**
 * A function's timeout fits its caller.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html">HTTP APIs wait 30 seconds</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">SQS hides a message for as long</a>
 */
final class Timeouts implements Advice {
    private static final Duration API = Duration.ofSeconds(30);
    private static final Duration VISIBILITY = Duration.ofSeconds(30);

    @Override
    public Stream<Diagnostic> of(AppModel app) {
        return app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream().flatMap(construct -> of(stack, construct)));
    }

    private static Stream<Diagnostic> of(StackModel stack, ConstructModel construct) {
        if (construct.props() instanceof ApiProps) {
            return longer(stack, construct, API).map(each -> Advice.at(
                            each.at(),
                            Code.TIMEOUT,
                            "function " + each.name() + " may take " + seconds(timeout(each))
                                    + ", and its API answers after 30 seconds at the latest")
                    .hint("give it a timeout of 30 seconds, or hand long work to a queue")
                    .subject("timeout"));
        }
        if (construct.props() instanceof QueueProps queue && !isGiven(queue)) {
            Duration hidden = visibility(queue);
            return longer(stack, construct, hidden).map(each -> Advice.at(
                            each.at(),
                            Code.TIMEOUT,
                            "function " + each.name() + " may take " + seconds(timeout(each))
                                    + ", and queue '" + construct.id().id() + "' hides a message for "
                                    + seconds(hidden) + ": AWS refuses that")
                    .hint("write cdk { queue visibilityTimeout: '"
                            + seconds(timeout(each).multipliedBy(6)) + "' }")
                    .subject("timeout"));
        }
        return Stream.of();
    }

    private static Stream<AppFunctions.Found> longer(StackModel stack, ConstructModel construct, Duration limit) {
        return AppFunctions.of(stack, construct).filter(each -> timeout(each).compareTo(limit) > 0);
    }

    private static Duration timeout(AppFunctions.Found function) {
        return Objects.requireNonNull(
                FunctionBlock.SCHEMA.withDefaults(function.props()).timeout());
    }

    private static boolean isGiven(QueueProps queue) {
        CdkOverride override = queue.cdk().get("queue");
        return override != null && override.isGiven();
    }

    private static Duration visibility(QueueProps queue) {
        CdkOverride override = queue.cdk().get("queue");
        Object written = override == null ? null : override.props().get("visibilityTimeout");
        try {
            return written == null ? VISIBILITY : PropTypes.duration().coerce(written);
        } catch (Mismatch onlyTheCdkKnows) {
            return Duration.ofDays(1);
        }
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " seconds";
    }
}
