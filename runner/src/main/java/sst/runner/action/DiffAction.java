package sst.runner.action;

import java.util.List;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSource;
import sst.runner.assembly.StackArtifact;
import sst.runner.deploy.Deployment;
import sst.runner.plan.Plan;

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
        AppIdentity app = source.identity();
        List<StackArtifact> stacks = Selection.stacks(source.build().folder(), app, names);
        try (Session session = Session.open(context, app)) {
            return new Deployment(stacks, session.run("diff")).plan();
        }
    }
}
