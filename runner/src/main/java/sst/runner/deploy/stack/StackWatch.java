package sst.runner.deploy.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.Origin;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.Page;
import sst.runner.aws.stack.StackEvent;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.ResourceMoved;
import sst.runner.deploy.event.DeployEvent.StackMoved;

/**
 * Looks at one stack while CloudFormation works on it. The stack's status is the truth; events are for people: they are
 * read page by page back to the last one seen, so that none is lost, and a throttled read only delays them.
 */
final class StackWatch {
    private final StackSite site;
    private final String stack;
    private final String arn;
    private final Instant since;
    private final Origins origins;
    private final Set<String> seen = new HashSet<>();
    private final List<StackEvent> failures = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private @Nullable SlowCustomResources slow;
    private boolean moved;
    private boolean ended;

    /**
     * @param name pins the stack by its ARN: another one of the same name is not mistaken for it
     * @param since events before this instant of AWS's clock belong to an earlier operation
     */
    StackWatch(StackSite site, StackName name, Instant since, Origins origins) {
        this.site = site;
        this.stack = name.name();
        this.arn = name.arn();
        this.since = since;
        this.origins = origins;
    }

    /**
     * Watches an operation that is about to begin and has no change set: the newest event marks where the old ones end,
     * by AWS's own clock.
     */
    static StackWatch ofNext(StackSite site, StackState stack) {
        return new StackWatch(
                site,
                new StackName(stack.name(), stack.arn()),
                next(site, stack.arn()),
                (id, type) -> new Origin(id, type, null));
    }

    /** The instant of AWS's clock from which on events belong to the next operation. */
    static Instant next(StackSite site, String arn) {
        Page<StackEvent> events = site.cloudFormation().events(arn, null);
        return events.items().isEmpty()
                ? Instant.EPOCH
                : events.items().get(0).at().plusMillis(1);
    }

    /** Warns of custom resources that stay silent, too. */
    StackWatch warningBy(FunctionLogs logs) {
        slow = new SlowCustomResources(site, logs);
        return this;
    }

    /** Whether an operation that was begun with this request token has been seen. */
    boolean saw(String token) {
        return tokens.contains(token);
    }

    /** Whether nothing but the operation of this request token has been seen. */
    boolean sawOnly(String token) {
        return tokens.equals(Set.of(token));
    }

    /** The stack as it is now, empty when it is gone; what happened since the last look is told first. */
    Optional<StackState> look() {
        Optional<StackState> state = site.cloudFormation().describe(arn);
        try {
            newEvents().forEach(this::tell);
            if (slow != null) {
                slow.warn();
            }
        } catch (AwsFailure failure) {
            if (failure.kind() != AwsFailure.Kind.THROTTLED && state.isPresent()) {
                throw failure;
            }
        }
        return state;
    }

    /** Whether an event of the operation that is watched has been seen. */
    boolean hasMoved() {
        return moved;
    }

    /** Whether an event has told the end of the operation that is watched. */
    boolean hasEnded() {
        return ended;
    }

    /** The first failure that is not a consequence of another one; null when no event tells of any. */
    @Nullable
    StackEvent firstFailure() {
        return failures.stream()
                .filter(event -> !event.isAbout(arn) && !isConsequence(event))
                .findFirst()
                .or(() -> failures.stream().findFirst())
                .orElse(null);
    }

    private static boolean isConsequence(StackEvent event) {
        return event.reason().contains("cancelled") || event.reason().contains("canceled");
    }

    private List<StackEvent> newEvents() {
        List<StackEvent> fresh = new ArrayList<>();
        @Nullable String token = null;
        do {
            Page<StackEvent> page = site.cloudFormation().events(arn, token);
            for (StackEvent event : page.items()) {
                if (event.at().isBefore(since) || seen.contains(event.id())) {
                    token = null;
                    page = new Page<>(List.of(), null);
                    break;
                }
                fresh.add(event);
            }
            token = page.next();
        } while (token != null);
        Collections.reverse(fresh);
        return fresh;
    }

    private void tell(StackEvent event) {
        seen.add(event.id());
        if (event.status().isReview()) {
            return;
        }
        moved = true;
        tokens.add(event.token());
        if (slow != null) {
            slow.take(event);
        }
        if (event.status().isFailed()) {
            failures.add(event);
        }
        if (event.isAbout(arn)) {
            ended = !event.status().isInProgress();
            site.events().accept(new StackMoved(stack, event.status(), event.reason()));
        } else {
            Origin origin = origins.of(event.logicalId(), event.type());
            String id = event.logicalId();
            site.events().accept(new ResourceMoved(stack, id, event.type(), origin, event.status(), event.reason()));
        }
    }

    /** A stack's name and, pinned to one incarnation, its ARN. */
    record StackName(String name, String arn) {}

    /** Finds the construct behind a resource. */
    @FunctionalInterface
    interface Origins {
        Origin of(String logicalId, String type);
    }
}
