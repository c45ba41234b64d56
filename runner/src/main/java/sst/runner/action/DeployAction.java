package sst.runner.action;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.Bootstrapping;
import sst.runner.deploy.Deployment;
import sst.runner.deploy.Run;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.RunResult;
import sst.runner.outputs.OutputsFile;
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
     * @param outputsFile where outputs are written beside {@code .sst/outputs.json}, null for nowhere
     */
    public record Order(List<String> stacks, boolean yes, @Nullable Path outputsFile) {
        public Order {
            stacks = List.copyOf(stacks);
        }
    }

    public RunResult deploy(Order order) throws InterruptedException {
        Instant began = context.clock().instant();
        AppIdentity app = source.identity();
        List<StackArtifact> stacks = Selection.stacks(source.build().folder(), app, order.stacks());
        try (Session session = Session.open(context, app)) {
            Run run = session.run("deploy");
            new Bootstrapping(run).ensure(stacks);
            RunResult result = new Deployment(stacks, run).deploy(new Confirmation(context.ui(), app, order.yes()));
            if (result.isGood()) {
                writeOutputs(session, app, order, result);
            }
            Duration took = Duration.between(began, context.clock().instant());
            context.ui().event(new RunFinished(result, took));
            return result;
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
        OutputsFile.write(context.project().outputs(), outputs);
        if (order.outputsFile() != null) {
            OutputsFile.write(order.outputsFile(), outputs);
        }
    }
}
