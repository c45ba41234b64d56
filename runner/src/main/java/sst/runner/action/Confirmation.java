package sst.runner.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.runner.app.AppIdentity;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.Change;
import sst.runner.plan.change.SecurityChange;
import sst.runner.ui.Ui;

/**
 * Asks before data is lost and, on AWS, before a deployed stack is opened further. A protected stage is only changed for
 * the worse by somebody who types its name.
 */
final class Confirmation implements Consumer<Plan> {
    private final Ui ui;
    private final AppIdentity app;
    private final boolean yes;
    private final boolean prune;

    /** @param prune whether stacks that are left over are removed */
    Confirmation(Ui ui, AppIdentity app, boolean yes, boolean prune) {
        this.prune = prune;
        this.ui = ui;
        this.app = app;
        this.yes = yes;
    }

    @Override
    public void accept(Plan plan) {
        List<String> reasons = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change.dataLoss() != null) {
                String verb = change.action() == Change.Action.REMOVE ? "destroy" : "replace";
                reasons.add(verb + "  " + change.origin().construct() + " " + change.type() + ": " + change.dataLoss());
            }
        }
        if (prune) {
            plan.orphans()
                    .forEach(orphan ->
                            reasons.add("remove  stack " + orphan.name() + ", which is no longer in the config"));
        }
        boolean destroys = !reasons.isEmpty();
        if (!app.local()) {
            reasons.addAll(openings(plan));
        }
        if (reasons.isEmpty()) {
            return;
        }
        reasons.forEach(ui::warn);
        ask(destroys && app.protect());
    }

    private static List<String> openings(Plan plan) {
        return plan.stacks().stream()
                .filter(StackPlan.Update.class::isInstance)
                .flatMap(stack -> stack.changes().security().stream())
                .filter(SecurityChange::opens)
                .map(change -> "security  " + change.sentence())
                .toList();
    }

    private void ask(boolean typed) {
        if (yes && !typed) {
            return;
        }
        if (!ui.canAsk()) {
            String flag = typed ? "the stage is protected: deploy this from a terminal" : "pass --yes to agree to this";
            throw Problems.of(Code.USAGE, "this deploy needs a decision and nobody can be asked")
                    .hint(flag)
                    .asError();
        }
        if (typed) {
            String answer = ui.ask("Type the stage name to go on (" + app.stage() + "):");
            if (!answer.equals(app.stage().text())) {
                throw new Aborted("nothing was changed");
            }
        } else if (!agrees(ui.ask("Go on? [y/N]"))) {
            throw new Aborted("nothing was changed");
        }
    }

    static boolean agrees(String answer) {
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }
}
