package sst.runner.action;

import java.util.List;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.remote.DeployedStage;

/** Lists the deployed stages of an app. */
public final class StagesAction {
    private final Context context;

    public StagesAction(Context context) {
        this.context = context;
    }

    public List<DeployedStage> stages(AppIdentity app) {
        try (Session session = Session.open(context, app)) {
            return DeployedStage.all(session.aws().cloudFormation(), app.name());
        }
    }
}
