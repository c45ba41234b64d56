package sst.runner.cli.command.look;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.runner.action.DriftAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.view.DriftView;

/** {@code sst drift}. */
@Command(name = "drift", description = "Say what was changed by hand since it was deployed.")
public final class DriftCommand extends SstCommand {
    @Parameters(paramLabel = "STACK", arity = "0..*", description = "the stacks to look at; all if none is named")
    List<String> stacks = new ArrayList<>();

    @Option(names = "--exit-code", description = "exit with 10 when something was changed")
    boolean exitCode;

    @Override
    public Integer call() throws InterruptedException {
        var drifts = new DriftAction(session().context()).drift(session().app().identityAlone(), stacks);
        session().ui().result(DriftView.of(drifts, session().style()));
        boolean changed = drifts.values().stream().anyMatch(list -> !list.isEmpty());
        return (exitCode && changed ? ExitCode.CHANGES : ExitCode.OK).code();
    }
}
