package sst.runner.cli.command.look;

import picocli.CommandLine.Command;
import sst.runner.action.StagesAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.view.StageViews;

/** {@code sst stages}. */
@Command(name = "stages", description = "List the deployed stages of the app.")
public final class StagesCommand extends SstCommand {
    @Override
    public Integer call() {
        var stages = new StagesAction(session().context())
                .stages(session().appOfAnyStage().identityAlone());
        session().ui().result(StageViews.stages(stages));
        return ExitCode.OK.code();
    }
}
