package sst.repl.session;

import java.nio.file.Path;
import java.util.List;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.app.BuiltApp;
import sst.runner.plan.Plan;

/**
 * A plan that was shown, with the assembly it was made from.
 *
 * @param id such as {@code plan-1}
 * @param stacks the stacks it covers; empty for all
 * @param assembly a copy that nobody else writes
 */
public record KeptPlan(String id, AppIdentity identity, List<String> stacks, Plan plan, Path assembly)
        implements AppSource {
    public KeptPlan {
        stacks = List.copyOf(stacks);
    }

    @Override
    public BuiltApp build() {
        return new BuiltApp(assembly, true);
    }
}
