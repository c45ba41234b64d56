package sst.runner.action;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.Bootstrapping;
import sst.runner.deploy.Deployment;
import sst.runner.deploy.Run;
import sst.runner.deploy.Wishes;
import sst.runner.deploy.event.RunResult;
import sst.runner.failure.Problems;
import sst.runner.outputs.OutputsFile;
import sst.runner.plan.Plan;
import sst.runner.plan.saved.PlanFile;
import sst.runner.remote.DeployedStage;

/** Brings a stage to what the config says. */
public final class DeployAction {
    private final Context context;
    private final AppSource source;

    public DeployAction(Context context, AppSource source) {
        this.context = context;
        this.source = source;
    }

    /**
     * @param stacks the stacks to deploy; none for all
     * @param yes whether every question counts as answered with yes
     * @param wishes how it is done; whether it is the whole app follows from {@code stacks}
     * @param plan a saved plan that must still hold, and that is executed without being asked about; null for none
     * @param outputsFile where outputs are written beside {@code .sst/outputs.json}, null for nowhere
     */
    public record Order(
            List<String> stacks, boolean yes, @Nullable Path outputsFile, Wishes wishes, @Nullable Path plan) {
        public Order {
            stacks = List.copyOf(stacks);
        }

        /** The usual order: failures are rolled back, nothing is pruned. */
        public Order(List<String> stacks, boolean yes, @Nullable Path outputsFile) {
            this(stacks, yes, outputsFile, Wishes.USUAL, null);
        }
    }

    public RunResult deploy(Order order) throws InterruptedException {
        Instant began = context.clock().instant();
        AppIdentity app = source.identity();
        checkWishes(order, app);
        @Nullable PlanFile saved = saved(order, app);
        List<String> names = saved == null ? order.stacks() : saved.names();
        List<StackArtifact> stacks = Selection.stacks(source.build().folder(), app, names);
        try (Session session = Session.open(context, app)) {
            LocalTypes.check(context, app, stacks);
            Run run = session.run("deploy");
            new Bootstrapping(run).ensure(stacks);
            run.clearDead();
            boolean whole = saved == null ? order.stacks().isEmpty() : saved.whole();
            Wishes wishes = order.wishes().of(whole).protecting(app.protect());
            Consumer<Plan> approval = saved == null
                    ? new Confirmation(context.ui(), app, order.yes(), wishes.prune())
                    : plan -> saved.check(plan, session.where());
            Deployment deployment = new Deployment(stacks, run, wishes);
            if (saved != null) {
                saved.check(deployment.plan(), session.where());
            }
            RunResult result = deployment.deploy(approval);
            session.remember();
            if (result.isGood()) {
                writeOutputs(session, app, order, result);
            }
            session.finished(result, began);
            return result;
        }
    }

    private static @Nullable PlanFile saved(Order order, AppIdentity app) {
        Path file = order.plan();
        if (file == null) {
            return null;
        }
        PlanFile saved = PlanFile.read(file);
        saved.checkStage(app.name(), app.stage().text());
        return saved;
    }

    /** What would else be noticed only after minutes. */
    private static void checkWishes(Order order, AppIdentity app) {
        Path file = order.outputsFile();
        if (file != null) {
            OutputsFile.requireWritable(file);
        }
        if (order.wishes().hotswap() && app.protect()) {
            throw Problems.cloud(Problems.of(Code.STAGE_PROTECTED, "stage " + app.stage() + " is protected")
                    .hint("deploy it without --hotswap"));
        }
    }

    /** The file holds the whole stage, so after a deploy of some stacks the others are read from where they are. */
    private void writeOutputs(Session session, AppIdentity app, Order order, RunResult result) {
        var outputs = result.outputs();
        if (!order.stacks().isEmpty()) {
            DeployedStage stage = DeployedStage.read(
                    session.aws().cloudFormation(), app.name(), app.stage().text());
            OutputsAction.outputs(stage).forEach(outputs::putIfAbsent);
        }
        OutputsFile.write(context.project().outputs(), outputs, context.redactor());
        if (order.outputsFile() != null) {
            OutputsFile.write(order.outputsFile(), outputs, context.redactor());
        }
    }
}
