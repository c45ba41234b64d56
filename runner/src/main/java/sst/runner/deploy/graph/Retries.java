package sst.runner.deploy.graph;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;
import sst.runner.aws.AwsFailure;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.Throttled;
import sst.runner.deploy.event.FailureCause;
import sst.runner.deploy.event.StackOutcome;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.stack.StackTask;
import sst.runner.deploy.stack.StackTask.Again;
import sst.runner.deploy.stack.StackTask.Ended;
import sst.runner.deploy.stack.StackTask.Step;

/** Takes a task's steps and decides, when AWS fails one, whether to come again or to give the stack up. */
final class Retries {
    private static final int LOST_AT_MOST = 5;
    /** Time for a credentials source to be renewed by whoever renews it. */
    private static final Duration RENEWAL = Duration.ofSeconds(3);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final StackTask task;
    private int throttled;
    private int lost;
    private int refused;

    Retries(StackTask task) {
        this.task = task;
    }

    Step step(Consumer<DeployEvent> events) {
        try {
            Step step = task.step();
            throttled = 0;
            lost = 0;
            refused = 0;
            return step;
        } catch (AwsFailure failure) {
            return after(failure, events);
        } catch (RuntimeException e) {
            return ended(e.toString(), "this is a fault of sst itself: run again with --verbose and report it");
        }
    }

    private Step after(AwsFailure failure, Consumer<DeployEvent> events) {
        switch (failure.kind()) {
            case THROTTLED -> {
                Duration pause = backoff(throttled++);
                events.accept(new Throttled(task.stack(), pause));
                return new Again(pause);
            }
            case UNREACHABLE -> {
                return lost++ < LOST_AT_MOST
                        ? new Again(backoff(lost))
                        : ended(failure.reason(), "CloudFormation may go on alone: run the same command again");
            }
            case CREDENTIALS_EXPIRED, CREDENTIALS_MISSING -> {
                return refused++ == 0 ? new Again(RENEWAL) : detached(failure.reason());
            }
            default -> {
                return ended(failure.reason(), null);
            }
        }
    }

    private Ended ended(String reason, @Nullable String hint) {
        FailureCause cause = new FailureCause("", new Origin(task.label(), "stack", null), reason, hint);
        return new Ended(new StackOutcome(task.stack(), task.label(), Verdict.FAILED, Map.of(), cause));
    }

    private Ended detached(String reason) {
        String hint = "renew the credentials and run the same command again: what CloudFormation has begun goes on";
        FailureCause cause = new FailureCause("", new Origin(task.label(), "stack", null), reason, hint);
        return new Ended(new StackOutcome(task.stack(), task.label(), Verdict.DETACHED, Map.of(), cause));
    }

    private static Duration backoff(int attempt) {
        long millis = 500L << Math.min(attempt, 7);
        return millis > LONGEST.toMillis() ? LONGEST : Duration.ofMillis(millis);
    }
}
