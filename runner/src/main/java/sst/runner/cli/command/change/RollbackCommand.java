package sst.runner.cli.command.change;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.runner.action.RollbackAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.deploy.event.RunResult;

/** {@code sst rollback}. */
@Command(name = "rollback", description = "Take back failed changes that stayed as they are.")
public final class RollbackCommand extends SstCommand {
    @Parameters(paramLabel = "STACK", arity = "0..*", description = "the stacks to roll back; all if none is named")
    List<String> stacks = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "ID", description = "leave this resource as it is")
    List<String> skip = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        RunResult result =
                new RollbackAction(session().context()).rollBack(session().app().identityAlone(), stacks, skip);
        return RunExit.code(result);
    }
}
