package sst.runner.cli.command.change;

import picocli.CommandLine.Command;
import sst.runner.action.BootstrapAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;

/** {@code sst bootstrap}. */
@Command(name = "bootstrap", description = "Prepare an account and region for deploys, once.")
public final class BootstrapCommand extends SstCommand {
    @Override
    public Integer call() throws InterruptedException {
        var outcome = new BootstrapAction(session().context())
                .bootstrap(session().app().identityAlone());
        session().ui().say("bootstrap stack " + outcome.stack() + " is ready");
        return ExitCode.OK.code();
    }
}
