package sst.runner.action;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.Page;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;

/** Lists what a deployed stage is made of. */
public final class ResourcesAction {
    private final Context context;

    public ResourcesAction(Context context) {
        this.context = context;
    }

    /** Resources by stack name. */
    public Map<String, List<StackResource>> resources(AppIdentity app) {
        try (Session session = Session.open(context, app)) {
            Map<String, List<StackResource>> resources = new TreeMap<>();
            for (StackState stack : session.deployed().stacks()) {
                var cloudFormation = session.aws().cloudFormation();
                resources.put(stack.name(), Page.all(token -> cloudFormation.resources(stack.arn(), token)));
            }
            return resources;
        }
    }
}
