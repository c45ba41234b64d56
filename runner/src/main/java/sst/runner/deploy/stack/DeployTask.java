package sst.runner.deploy.stack;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.stack.ChangeSetRequest;
import sst.runner.aws.stack.ChangeSetState;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.event.DeployEvent.Operation;
import sst.runner.deploy.event.DeployEvent.StackStarted;
import sst.runner.deploy.event.StackOutcome.Verdict;
import sst.runner.deploy.stack.StackWatch.StackName;
import sst.runner.plan.StackPlan;

/** Brings one stack to its template, by a change set or directly, from whatever state allows it. */
public final class DeployTask implements StackTask {
    /** CloudFormation tells of a deleted stack by its ARN for 90 days, so one that is not there may be a stale read. */
    private static final int MISSING_AT_MOST = 3;

    /** How often a read may lag behind the event that tells the end. */
    private static final int STALE_AT_MOST = 5;

    private final StackPlan plan;
    private final StackArtifact stack;
    private final StackSite site;
    private final @Nullable String templateUrl;
    private final String changeSet;
    private Supplier<Step> next = this::begin;
    private String arn;
    private Instant since = Instant.EPOCH;
    private @Nullable StackWatch watch;
    private BiConsumer<StackState, String> deployed = (state, template) -> {};
    private @Nullable DataPolicy policy;
    private int looks;
    private int missing;
    private int late;
    private boolean creating;
    private boolean direct;

    /**
     * @param plan a Create, Update, Recreate or Rollback
     * @param templateUrl where the template was published, null to send it inline
     */
    public DeployTask(StackPlan plan, StackSite site, @Nullable String templateUrl) {
        this.plan = plan;
        this.stack = plan.stack();
        this.site = site;
        this.templateUrl = templateUrl;
        this.changeSet = "sst-" + site.run();
        this.arn = stack.stackName();
        this.creating = plan instanceof StackPlan.Create;
    }

    /** Whom to tell which template a stack has now, where no other operation can have come between. */
    public DeployTask telling(BiConsumer<StackState, String> listener) {
        deployed = listener;
        return this;
    }

    /** Whether it is done without a change set, which is quicker where nobody looks at one before. */
    public DeployTask directly(boolean whether) {
        direct = whether;
        return this;
    }

    /** The policy that the stack has when the task ends, well or badly. */
    public DeployTask under(@Nullable DataPolicy stackPolicy) {
        policy = stackPolicy;
        return this;
    }

    @Override
    public String stack() {
        return stack.stackName();
    }

    @Override
    public String label() {
        return stack.label();
    }

    @Override
    public Step step() {
        Step step = next.get();
        DataPolicy set = policy;
        if (set != null && watch != null && step instanceof Ended) {
            site.cloudFormation().policy(arn, set.keep());
        }
        if (step instanceof Ended) {
            // Whoever runs many stacks keeps their tasks to the end; what was seen of each must not pile up.
            watch = null;
        }
        return step;
    }

    private Step begin() {
        site.events().accept(new StackStarted(stack(), operation()));
        next = this::planned;
        if (plan instanceof StackPlan.Recreate recreate) {
            clear(recreate.deployed());
        } else if (plan instanceof StackPlan.Rollback rollback && !site.keepFailed()) {
            clear(rollback.deployed());
        }
        return Again.NOW;
    }

    private void clear(StackState found) {
        Clearing clearing = new Clearing(found, site);
        next = () -> {
            Clearing.Progress progress = clearing.step();
            if (progress instanceof Clearing.Going going) {
                return going.again();
            }
            if (progress instanceof Clearing.Stuck stuck) {
                return new Ended(StackEnd.failed(this, stuck.reason()));
            }
            creating = progress instanceof Clearing.Clear clear && clear.gone();
            next = this::planned;
            return Again.NOW;
        };
    }

    private Step planned() {
        if (!direct) {
            return makeChangeSet();
        }
        if (!creating) {
            arn = deployed().arn();
            since = StackWatch.next(site, arn);
        }
        next = this::change;
        return Again.NOW;
    }

    private Step change() {
        try {
            arn = site.cloudFormation().change(request("run"), site.keepFailed());
        } catch (AwsFailure failure) {
            if (failure.kind() != AwsFailure.Kind.REFUSED) {
                throw failure;
            }
            return refused(failure);
        }
        watch = watching();
        next = this::awaitEnd;
        return pause();
    }

    /** The reply to an earlier attempt may have been lost: then the refusal only says that the work goes on, or is done. */
    private Step refused(AwsFailure refusal) {
        if (creating) {
            arn = site.cloudFormation().describe(stack()).map(StackState::arn).orElse(arn);
        }
        StackWatch watching = watching();
        watching.look();
        if (watching.saw(site.token(stack(), "run"))) {
            watch = watching;
            next = this::awaitEnd;
            return pause();
        }
        if (refusal.reason().contains("No updates are to be performed")) {
            return settle();
        }
        if (refusal.code().startsWith("AlreadyExists")) {
            // The shell that a killed run left under review takes nothing but change sets.
            return makeChangeSet();
        }
        return new Ended(StackEnd.failed(this, refusal.reason()));
    }

    private StackState deployed() {
        return site.cloudFormation()
                .describe(stack())
                .orElseThrow(() -> new AwsFailure(AwsFailure.Kind.NOT_FOUND, "ValidationError", "the stack is gone"));
    }

    private Step makeChangeSet() {
        try {
            arn = site.cloudFormation().createChangeSet(request("plan"));
        } catch (AwsFailure failure) {
            if (!failure.code().startsWith("AlreadyExists")) {
                throw failure;
            }
        }
        next = this::awaitChangeSet;
        return Again.NOW;
    }

    private ChangeSetRequest request(String operation) {
        return new ChangeSetRequest(
                stack(),
                changeSet,
                creating,
                templateUrl == null ? stack.templateText() : null,
                templateUrl,
                stack.settings().parameters(),
                stack.settings().tags(),
                site.executionRole(),
                site.token(stack(), operation));
    }

    private Step awaitChangeSet() {
        ChangeSetState state = site.cloudFormation().changeSet(arn, changeSet);
        if (state.isReady()) {
            since = state.created();
            next = this::execute;
            return Again.NOW;
        }
        if (!state.isFailed()) {
            return pause();
        }
        site.cloudFormation().deleteChangeSet(arn, changeSet);
        if (state.isEmpty()) {
            next = this::settle;
            return Again.NOW;
        }
        if (creating) {
            discardReview();
        }
        return new Ended(StackEnd.failed(this, state.reason()));
    }

    /** Another run may have executed a change set of its own meanwhile: then this is no empty shell any more. */
    private void discardReview() {
        boolean shell = site.cloudFormation()
                .describe(arn)
                .filter(state -> state.status().isReview())
                .isPresent();
        if (shell) {
            site.cloudFormation().deleteStack(arn, site.token(stack(), "review"), site.executionRole());
        }
    }

    private Step execute() {
        DataPolicy held = policy;
        if (held != null && held.lifts() && !creating) {
            site.cloudFormation().policy(arn, DataPolicy.lifted());
        }
        watch = watching();
        looks = 0;
        try {
            site.cloudFormation().executeChangeSet(arn, changeSet, site.token(stack(), "run"), site.keepFailed());
            next = this::awaitEnd;
        } catch (AwsFailure failure) {
            boolean maybeOurs = failure.code().startsWith("InvalidChangeSetStatus")
                    || failure.code().startsWith("ChangeSetNotFound");
            if (!maybeOurs) {
                throw failure;
            }
            next = () -> recognise(failure);
        }
        return pause();
    }

    /** The reply to an earlier attempt may have been lost: then the change set is executing, or is done and gone. */
    private Step recognise(AwsFailure refusal) {
        StackWatch watching = watch;
        if (watching != null) {
            watching.look();
        }
        boolean ours = (watching != null && watching.saw(site.token(stack(), "run"))) || isExecuted();
        if (!ours) {
            return new Ended(StackEnd.failed(this, refusal.reason()));
        }
        next = this::awaitEnd;
        return pause();
    }

    private boolean isExecuted() {
        try {
            return site.cloudFormation().changeSet(arn, changeSet).isExecuted();
        } catch (AwsFailure failure) {
            if (failure.code().startsWith("ChangeSetNotFound")) {
                return false;
            }
            throw failure;
        }
    }

    private StackWatch watching() {
        return new StackWatch(site, new StackName(stack(), arn), since, stack::origin).warningBy(logs());
    }

    private FunctionLogs logs() {
        return new FunctionLogs(site, arn, stack::template);
    }

    private Step awaitEnd() {
        StackWatch watching = watch;
        var wait = site.polls().take();
        if (!wait.isZero() || watching == null) {
            return new Again(wait);
        }
        Optional<StackState> found = watching.look();
        if (found.isEmpty() && ++missing < MISSING_AT_MOST) {
            return pause();
        }
        if (found.isEmpty() || found.get().status().isDeletion()) {
            return new Ended(StackEnd.failed(this, "the stack was deleted by someone else meanwhile"));
        }
        StackState state = found.get();
        if (state.status().isInProgress() || state.status().isReview() || isStale(watching, state)) {
            return pause();
        }
        if (!state.status().isGood()) {
            return new Ended(StackEnd.failed(this, watching, state, new StackEnd.Sources(stack::origin, logs())));
        }
        if (watching.sawOnly(site.token(stack(), "run"))) {
            deployed.accept(state, stack.templateText());
        }
        return settled(state, Verdict.DEPLOYED);
    }

    /** After the start of an update, reads may still show the end of the one before, even when events tell of this one. */
    private boolean isStale(StackWatch watching, StackState state) {
        if (creating || !state.changed().isBefore(since)) {
            return false;
        }
        return !watching.hasEnded() || ++late < STALE_AT_MOST;
    }

    private Step settle() {
        StackState state = site.cloudFormation()
                .describe(arn)
                .orElseThrow(() -> new AwsFailure(AwsFailure.Kind.NOT_FOUND, "ValidationError", "the stack is gone"));
        return settled(state, Verdict.UNCHANGED);
    }

    private Step settled(StackState state, Verdict verdict) {
        boolean protection = stack.settings().terminationProtection();
        if (state.terminationProtection() != protection) {
            site.cloudFormation().protect(stack(), protection);
        }
        return new Ended(StackEnd.good(this, verdict, state));
    }

    private Step pause() {
        return new Again(site.polls().interval(looks++));
    }

    private Operation operation() {
        if (plan instanceof StackPlan.Update) {
            return Operation.UPDATE;
        }
        if (plan instanceof StackPlan.Rollback) {
            return site.keepFailed() ? Operation.UPDATE : Operation.ROLLBACK;
        }
        return plan instanceof StackPlan.Recreate ? Operation.RECREATE : Operation.CREATE;
    }
}
