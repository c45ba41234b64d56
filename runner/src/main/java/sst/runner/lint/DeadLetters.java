package sst.runner.lint;

import java.util.Map;
import java.util.stream.Stream;
import sst.model.app.AppModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.event.Receiver;
import sst.model.queue.QueueProps;
import sst.model.stream.KinesisStreamProps;
import sst.model.table.TableProps;
import sst.model.value.CdkOverride;

/** What a consumer fails on goes somewhere. */
final class DeadLetters implements Advice {
    @Override
    public Stream<Diagnostic> of(AppModel app) {
        return app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream())
                .flatMap(DeadLetters::of);
    }

    private static Stream<Diagnostic> of(ConstructModel construct) {
        if (construct.props() instanceof QueueProps queue) {
            return queue(construct, queue);
        }
        if (construct.props() instanceof TableProps table) {
            return stream(construct, "table", table.consumers());
        }
        return construct.props() instanceof KinesisStreamProps stream
                ? stream(construct, "kinesisStream", stream.consumers())
                : Stream.of();
    }

    private static Stream<Diagnostic> queue(ConstructModel construct, QueueProps queue) {
        boolean isSafe = queue.consumer() == null || gives(queue.cdk(), "queue", "deadLetterQueue");
        return isSafe
                ? Stream.of()
                : Stream.of(Advice.at(
                                construct.at(),
                                Code.NO_DEAD_LETTERS,
                                "what the consumer of queue '" + construct.id().id()
                                        + "' fails on is tried again until it expires")
                        .hint("write cdk { queue deadLetterQueue: [queue: failed, maxReceiveCount: 3] },"
                                + " with a queue 'failed' of its own")
                        .subject("queue"));
    }

    private static Stream<Diagnostic> stream(
            ConstructModel construct, String method, Map<String, ? extends Receiver> consumers) {
        return consumers.entrySet().stream()
                .filter(each -> !gives(each.getValue().cdk(), "eventSource", "retryAttempts")
                        && !gives(each.getValue().cdk(), "eventSource", "onFailure"))
                .map(each -> Advice.at(
                                construct.at(),
                                Code.NO_DEAD_LETTERS,
                                "a record that consumer '" + each.getKey() + "' of " + method + " '"
                                        + construct.id().id() + "' fails on holds up its shard until it expires")
                        .hint("write " + each.getKey() + ": [function: …, cdk: [eventSource: [retryAttempts: 3]]]")
                        .subject(method));
    }

    private static boolean gives(Map<String, CdkOverride> cdk, String key, String prop) {
        CdkOverride override = cdk.get(key);
        return override != null && (override.isGiven() || override.props().containsKey(prop));
    }
}
