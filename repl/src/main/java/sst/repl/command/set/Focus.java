package sst.repl.command.set;

import java.util.ArrayList;
import java.util.List;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.repl.view.Names;
import sst.runner.assembly.Origin;
import sst.runner.failure.Problems;
import sst.runner.plan.Plan;
import sst.runner.plan.StackPlan;
import sst.runner.plan.change.StackChanges;

/**
 * What of the app a command looks at.
 *
 * @param stacks the stacks; empty for all
 * @param constructs the constructs, by their paths; empty for all of the stacks
 */
record Focus(List<String> stacks, List<String> constructs) {
    Focus {
        stacks = List.copyOf(stacks);
        constructs = List.copyOf(constructs);
    }

    /** From words that name stacks or constructs: {@code api}, {@code Api}, {@code api.Api}, {@code Api/GET /notes}. */
    static Focus of(List<String> words, AppModel app) {
        List<String> stacks = new ArrayList<>();
        List<String> constructs = new ArrayList<>();
        // A route key has a blank in it.
        List<String> names =
                words.size() == 2 && words.get(1).startsWith("/") ? List.of(String.join(" ", words)) : words;
        for (String name : names) {
            if (app.stack(name).isPresent()) {
                stacks.add(name);
            } else {
                ConstructModel construct = construct(name, app);
                stacks.add(construct.id().stack());
                int slash = name.indexOf('/');
                constructs.add(construct.id().id() + (slash < 0 ? "" : name.substring(slash)));
            }
        }
        return new Focus(stacks.stream().distinct().toList(), constructs);
    }

    private static ConstructModel construct(String name, AppModel app) {
        int dot = name.indexOf('.');
        String id = name.substring(dot + 1).replaceFirst("/.*$", "");
        List<ConstructModel> all = app.stacks().stream()
                .filter(stack -> dot < 0 || stack.name().equals(name.substring(0, dot)))
                .flatMap(stack -> stack.constructs().stream())
                .toList();
        return Names.find(all, each -> each.id().id(), id).orElseThrow(() -> {
            List<String> known =
                    new ArrayList<>(app.stacks().stream().map(StackModel::name).toList());
            all.forEach(each -> known.add(each.id().id()));
            return Problems.of(Code.USAGE, "no stack and no construct is called '" + name + "'")
                    .hint(Suggestion.hint(id, known))
                    .subject(name)
                    .asError();
        });
    }

    /** The plan with only what is looked at. */
    Plan narrowed(Plan plan) {
        if (constructs.isEmpty()) {
            return plan;
        }
        return new Plan(plan.stacks().stream().map(this::narrowed).toList());
    }

    private StackPlan narrowed(StackPlan plan) {
        StackChanges changes = new StackChanges(
                plan.changes().resources().stream()
                        .filter(each -> isSeen(each.origin()))
                        .toList(),
                plan.changes().security().stream()
                        .filter(each -> isSeen(each.origin()))
                        .toList(),
                List.of());
        if (plan instanceof StackPlan.Create create) {
            return new StackPlan.Create(create.stack(), changes);
        }
        return plan instanceof StackPlan.Update update
                ? new StackPlan.Update(update.stack(), update.deployed(), changes)
                : plan;
    }

    private boolean isSeen(Origin origin) {
        return constructs.stream()
                .anyMatch(each ->
                        origin.construct().equals(each) || origin.construct().startsWith(each + "/"));
    }
}
