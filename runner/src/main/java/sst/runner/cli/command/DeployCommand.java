package sst.runner.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.runner.action.DeployAction;
import sst.runner.action.DeployAction.Order;
import sst.runner.cli.session.SstCommand;
import sst.runner.deploy.event.RunResult;
import sst.runner.view.StageViews;

/** {@code sst deploy}. */
@Command(name = "deploy", description = "Bring the stage to what the config says.")
public final class DeployCommand extends SstCommand {
    @Parameters(paramLabel = "STACK", arity = "0..*", description = "the stacks to deploy; all if none is named")
    List<String> stacks = new ArrayList<>();

    @Option(names = "--outputs-file", paramLabel = "F", description = "write the outputs there too")
    @Nullable
    Path outputsFile;

    @Override
    public Integer call() throws InterruptedException {
        Order order = new Order(stacks, session().agreesToAll(), outputsFile);
        RunResult result = new DeployAction(session().context(), session().app()).deploy(order);
        if (result.isGood() && !session().wantsJson()) {
            session().ui().result(StageViews.outputs(result.outputs()));
        }
        return RunExit.code(result);
    }
}
