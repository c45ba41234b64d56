package sst.runner.action;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.Deployment;
import sst.runner.deploy.Wishes;
import sst.runner.plan.Plan;
import sst.runner.plan.saved.PlanFile;

/** Says what a deploy would do. */
public final class DiffAction {
    private final Context context;
    private final AppSource source;

    public DiffAction(Context context, AppSource source) {
        this.context = context;
        this.source = source;
    }

    /** @param names the stacks to compare; none for all */
    public Plan diff(List<String> names) {
        return diff(names, null);
    }

    /**
     * @param names the stacks to compare; none for all
     * @param out where the plan is kept for {@code sst deploy FILE}, null for nowhere
     */
    public Plan diff(List<String> names, @Nullable Path out) {
        AppIdentity app = source.identity();
        List<StackArtifact> stacks = Selection.stacks(source.build().folder(), app, names);
        try (Session session = Session.open(context, app)) {
            LocalTypes.check(context, app, stacks);
            Plan plan = new Deployment(stacks, session.run("diff"), new Wishes(names.isEmpty(), false, false)).plan();
            if (out != null) {
                PlanFile.of(
                                plan,
                                session.where(),
                                names.isEmpty(),
                                context.clock().instant())
                        .write(out);
            }
            return plan;
        }
    }
}
