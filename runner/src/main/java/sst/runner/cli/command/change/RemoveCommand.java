package sst.runner.cli.command.change;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sst.runner.action.RemoveAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.deploy.event.RunResult;

/** {@code sst remove}. */
@Command(name = "remove", description = "Remove what is deployed of the stage.")
public final class RemoveCommand extends SstCommand {
    @Parameters(paramLabel = "STACK", arity = "0..*", description = "the stacks to remove; all if none is named")
    List<String> stacks = new ArrayList<>();

    @picocli.CommandLine.Option(
            names = "--leave",
            paramLabel = "ID",
            description = "leave this resource behind where removing the stack failed at it")
    List<String> leave = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        RunResult result = new RemoveAction(session().context(), session().app().identityAlone())
                .remove(stacks, leave, session().agreesToAll());
        return RunExit.code(result);
    }
}
