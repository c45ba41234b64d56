package sst.runner.cli.command.change;

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
import sst.runner.deploy.Wishes;
import sst.runner.deploy.event.RunResult;
import sst.runner.plan.saved.PlanFile;
import sst.runner.view.StageViews;

/** {@code sst deploy}. */
@Command(name = "deploy", description = "Bring the stage to what the config says.")
public final class DeployCommand extends SstCommand {
    @Parameters(
            paramLabel = "STACK | PLANFILE",
            arity = "0..*",
            description = "the stacks to deploy, all if none is named; or a plan that sst diff --out has kept")
    List<String> stacks = new ArrayList<>();

    @Option(names = "--outputs-file", paramLabel = "F", description = "write the outputs there too")
    @Nullable
    Path outputsFile;

    @Option(
            names = "--no-rollback",
            description = "leave a failed change as it is, to look at it and to deploy on top of it")
    boolean noRollback;

    @Option(
            names = "--hotswap",
            description =
                    "change functions, sites and state machines around CloudFormation where that is possible, and the rest"
                            + " without change sets; the next full deploy repairs the difference")
    boolean hotswap;

    @Option(names = "--prune", description = "remove stacks of the stage that are no longer in the config")
    boolean prune;

    @Override
    public Integer call() throws InterruptedException {
        Path plan = stacks.size() == 1 ? session().file(stacks.get(0)) : null;
        boolean saved = plan != null && PlanFile.isMeant(stacks.get(0), plan);
        List<String> names = saved ? List.of() : stacks;
        Wishes wishes = new Wishes(names.isEmpty(), noRollback, prune, hotswap);
        Order order = new Order(names, session().agreesToAll(), outputsFile, wishes, saved ? plan : null);
        RunResult result = new DeployAction(session().context(), session().app()).deploy(order);
        if (result.isGood() && !session().wantsJson()) {
            session().ui().result(StageViews.outputs(result.outputs()));
        }
        return RunExit.code(result);
    }
}
