package sst.repl.command.set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.session.KeptPlan;
import sst.repl.session.LiveApp;
import sst.runner.action.BuildAction;
import sst.runner.action.DeployAction;
import sst.runner.action.DiffAction;
import sst.runner.action.RemoveAction;
import sst.runner.app.AppSource;
import sst.runner.deploy.event.RunResult;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.ui.Result;
import sst.runner.view.PlanView;
import sst.runner.view.StageViews;

/** Commands between the model and the cloud. */
public final class DeployCommands implements Command.Group {
    private final Desk desk;

    public DeployCommands(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        "diff",
                        "[STACK | CONSTRUCT] [--full]",
                        "say what a deploy would do, and keep that as a plan",
                        Takes.THINGS,
                        this::diff),
                new Command(
                        "deploy",
                        "[STACK… | PLAN] [--yes]",
                        "bring the stage to what the model says, or do exactly what a plan says",
                        Takes.PLANS,
                        this::deploy),
                new Command("plans", "", "list the kept plans", Takes.NOTHING, this::plans),
                Command.of("build", "make the cloud assembly and say where it is", this::build),
                new Command("remove", "[STACK…]", "remove what is deployed", Takes.STACKS, this::remove));
    }

    private void diff(Arguments arguments) {
        LiveApp app = desk.app();
        Focus focus = Focus.of(arguments.names(), app.model());
        AppSource draft = desk.plans().draft(app);
        Plan plan = new DiffAction(desk.context(), draft).diff(focus.stacks());
        Result shown = new PlanView(focus.narrowed(plan), desk.style(), arguments.has("--full")).result();
        if (plan.isEmpty()) {
            desk.ui().result(shown);
            return;
        }
        KeptPlan kept = desk.plans().keep(draft, focus.stacks(), plan);
        List<String> lines = new ArrayList<>(shown.lines());
        lines.set(lines.size() - 1, kept.id() + ": " + lines.get(lines.size() - 1));
        desk.ui().result(new Result(lines, shown.json()));
    }

    private void deploy(Arguments arguments) throws InterruptedException {
        desk.requireUnlocked();
        List<String> names = arguments.names();
        boolean isPlan = names.size() == 1 && names.get(0).matches("plan-\\d+");
        if (isPlan) {
            KeptPlan plan = desk.plans().get(names.get(0));
            requireCurrent(plan);
            deploy(plan, plan.stacks(), arguments);
        } else {
            deploy(desk.plans().draft(desk.app()), names, arguments);
        }
    }

    /** Exactly what was shown, or nothing. */
    private void requireCurrent(KeptPlan kept) {
        Plan now = new DiffAction(desk.context(), kept).diff(kept.stacks());
        boolean isSame = now.changes().equals(kept.plan().changes())
                && now.security().equals(kept.plan().security())
                && now.isEmpty() == kept.plan().isEmpty();
        if (!isSame) {
            throw Problems.of(Code.CONFLICT, "the stage moved on since " + kept.id() + " was made")
                    .hint("look again with /diff")
                    .asError();
        }
    }

    private void deploy(AppSource source, List<String> stacks, Arguments arguments) throws InterruptedException {
        RunResult result = new DeployAction(desk.context(), source)
                .deploy(new DeployAction.Order(stacks, desk.agreesToAll() || arguments.has("--yes"), null));
        finished(result, "the deploy");
        if (!desk.wantsJson()) {
            desk.ui().result(StageViews.outputs(result.outputs()));
        }
    }

    private static void finished(RunResult result, String what) {
        if (result.stopped()) {
            throw new Aborted(what + " was stopped; what CloudFormation has begun goes on");
        }
        if (!result.isGood()) {
            throw Problems.cloud(Problems.of(Code.DEPLOY_FAILED, what + " failed, see above"));
        }
    }

    private void plans(Arguments arguments) {
        List<String> ids = desk.plans().ids();
        desk.show(ids.isEmpty() ? List.of("no plans: /diff makes one") : ids);
    }

    private void build(Arguments arguments) {
        String folder = new BuildAction(desk.context(), desk.app()).build(null).toString();
        desk.ui()
                .result(Result.of(
                        List.of(folder), JsonNodeFactory.instance.objectNode().put("assembly", folder)));
    }

    private void remove(Arguments arguments) throws InterruptedException {
        desk.requireUnlocked();
        RunResult result =
                new RemoveAction(desk.context(), desk.app().identity()).remove(arguments.names(), desk.agreesToAll());
        finished(result, "the removal");
    }
}
