package sst.runner.action;

import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.deploy.Bootstrapping;
import sst.runner.deploy.event.StackOutcome;

/** Makes the bootstrap stack of the app's account and region. */
public final class BootstrapAction {
    private final Context context;

    public BootstrapAction(Context context) {
        this.context = context;
    }

    public StackOutcome bootstrap(AppIdentity app) throws InterruptedException {
        try (Session session = Session.open(context, app)) {
            return new Bootstrapping(session.run("bootstrap")).bootstrap();
        }
    }
}
