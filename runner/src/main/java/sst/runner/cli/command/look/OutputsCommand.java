package sst.runner.cli.command.look;

import picocli.CommandLine.Command;
import sst.runner.action.OutputsAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.view.StageViews;

/** {@code sst outputs}. */
@Command(name = "outputs", description = "Show what the deployed stage offers.")
public final class OutputsCommand extends SstCommand {
    @Override
    public Integer call() {
        var outputs =
                new OutputsAction(session().context()).outputs(session().app().identityAlone());
        session().ui().result(StageViews.outputs(outputs));
        return ExitCode.OK.code();
    }
}
