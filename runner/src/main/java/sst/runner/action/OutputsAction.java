package sst.runner.action;

import java.util.Map;
import java.util.TreeMap;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.deploy.stack.StackEnd;
import sst.runner.remote.DeployedStage;

/** Reads what a deployed stage offers. */
public final class OutputsAction {
    private final Context context;

    public OutputsAction(Context context) {
        this.context = context;
    }

    /** Outputs by stack name, from where they are deployed. */
    public Map<String, Map<String, String>> outputs(AppIdentity app) {
        try (Session session = Session.open(context, app)) {
            return outputs(session.deployed());
        }
    }

    static Map<String, Map<String, String>> outputs(DeployedStage stage) {
        Map<String, Map<String, String>> outputs = new TreeMap<>();
        stage.stacks().forEach(stack -> outputs.put(stack.name(), StackEnd.outputs(stack)));
        return outputs;
    }
}
