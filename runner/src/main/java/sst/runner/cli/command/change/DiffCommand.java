package sst.runner.cli.command.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sst.runner.action.DiffAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.plan.Plan;
import sst.runner.view.PlanView;

/** {@code sst diff}. */
@Command(name = "diff", description = "Say what a deploy would do.")
public final class DiffCommand extends SstCommand {
    @Parameters(paramLabel = "STACK", arity = "0..*", description = "the stacks to compare; all if none is named")
    List<String> stacks = new ArrayList<>();

    @Option(names = "--exit-code", description = "exit with 10 when something would change, 11 when it destroys")
    boolean exitCode;

    @Option(names = "--full", description = "show values whole")
    boolean full;

    @Option(names = "--out", paramLabel = "FILE", description = "keep the plan for: sst deploy FILE")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Plan plan = new DiffAction(session().context(), session().app()).diff(stacks, out);
        session().ui().result(new PlanView(plan, session().style(), full).result());
        if (!plan.blocked().isEmpty()) {
            return ExitCode.BLOCKED.code();
        }
        if (!exitCode || plan.isEmpty()) {
            return ExitCode.OK.code();
        }
        return (plan.destructive().isEmpty() ? ExitCode.CHANGES : ExitCode.DESTRUCTIVE_CHANGES).code();
    }
}
