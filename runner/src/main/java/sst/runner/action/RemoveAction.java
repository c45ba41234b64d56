package sst.runner.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.Page;
import sst.runner.aws.stack.StackState;
import sst.runner.deploy.Removal;
import sst.runner.deploy.Run;
import sst.runner.deploy.event.RunResult;
import sst.runner.failure.Problems;
import sst.runner.remote.DeployedStage;

/** Removes a stage, or some stacks of it, from what is deployed. */
public final class RemoveAction {
    private final Context context;
    private final AppIdentity app;

    public RemoveAction(Context context, AppIdentity app) {
        this.context = context;
        this.app = app;
    }

    /**
     * @param names the stacks to remove; none for all
     * @param yes whether the question counts as answered with yes
     */
    public RunResult remove(List<String> names, boolean yes) throws InterruptedException {
        return remove(names, List.of(), yes);
    }

    /**
     * @param leave logical ids that are left behind where an earlier removal failed at them
     */
    public RunResult remove(List<String> names, List<String> leave, boolean yes) throws InterruptedException {
        Instant began = context.clock().instant();
        if (app.protect()) {
            throw Problems.cloud(Problems.of(Code.STAGE_PROTECTED, "stage " + app.stage() + " is protected")
                    .hint("take 'protect' out of the app block first"));
        }
        RunResult result;
        boolean last;
        try (Session session = Session.open(context, app)) {
            Run run = session.run("remove");
            run.clearDead();
            DeployedStage stage = session.deployed("see what is: sst stages");
            List<StackState> stacks = chosen(stage, names);
            confirm(stacks, yes);
            result = new Removal(stage, run).remove(stacks, leave);
            session.finished(result, began);
            if (result.isGood() && stacks.size() == stage.stacks().size()) {
                session.forget();
            }
            last = result.isGood() && app.local() && isEmpty(session);
        }
        if (last) {
            context.localCloud().stop();
        }
        return result;
    }

    static List<StackState> chosen(DeployedStage stage, List<String> names) {
        if (names.isEmpty()) {
            return stage.stacks();
        }
        List<StackState> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(stage.find(name).orElseThrow(() -> {
                List<String> known = stage.stacks().stream().map(stage::label).toList();
                return Problems.of(Code.NOT_DEPLOYED, "no stack '" + name + "' is deployed")
                        .hint(Suggestion.hint(name, known))
                        .asError();
            }));
        }
        return chosen;
    }

    /** On the local cloud the command itself is wish enough. */
    private void confirm(List<StackState> stacks, boolean yes) {
        if (yes || app.local()) {
            return;
        }
        String names = String.join(", ", stacks.stream().map(StackState::name).toList());
        if (!context.ui().canAsk()) {
            throw Problems.of(Code.USAGE, "removing " + names + " needs a decision and nobody can be asked")
                    .hint("pass --yes to agree to this")
                    .asError();
        }
        if (!Confirmation.agrees(context.ui().ask("Remove " + names + " with all data? [y/N]"))) {
            throw new Aborted("nothing was removed");
        }
    }

    /** Whether no app is left that would need the local cloud. */
    private static boolean isEmpty(Session session) {
        return Page.all(session.aws().cloudFormation()::describeAll).stream()
                .filter(stack -> !stack.status().is("DELETE_COMPLETE"))
                .noneMatch(stack -> stack.tags().containsKey(DeployedStage.STAGE_TAG));
    }
}
