package sst.runner.cli.command.change;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sst.runner.action.UnlockAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;

/** {@code sst unlock}. */
@Command(name = "unlock", description = "Remove the lock that a run left behind.")
public final class UnlockCommand extends SstCommand {
    @Parameters(paramLabel = "ID", description = "the run that holds the lock, as the refused command named it")
    String run = "";

    @Override
    public Integer call() {
        new UnlockAction(session().context()).unlock(session().app().identityAlone(), run);
        session().ui().say("unlocked");
        return ExitCode.OK.code();
    }
}
