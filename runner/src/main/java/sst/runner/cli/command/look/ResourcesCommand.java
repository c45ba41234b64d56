package sst.runner.cli.command.look;

import picocli.CommandLine.Command;
import sst.runner.action.ResourcesAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.view.StageViews;

/** {@code sst resources}. */
@Command(name = "resources", description = "List what the deployed stage is made of.")
public final class ResourcesCommand extends SstCommand {
    @Override
    public Integer call() {
        var resources = new ResourcesAction(session().context())
                .resources(session().app().identityAlone());
        session().ui().result(StageViews.resources(resources, session().constructNames()));
        return ExitCode.OK.code();
    }
}
