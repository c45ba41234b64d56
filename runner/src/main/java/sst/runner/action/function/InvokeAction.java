package sst.runner.action.function;

import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.FunctionPort.Invocation;

/** Calls a deployed function. */
public final class InvokeAction {
    private final Context context;
    private final ConstructNames names;

    public InvokeAction(Context context, ConstructNames names) {
        this.context = context;
        this.names = names;
    }

    /** @param event the payload as JSON */
    public Invocation invoke(AppIdentity app, String function, String event) {
        try (Session session = Session.open(context, app)) {
            FunctionFinder finder = new FunctionFinder(session.aws().cloudFormation(), session.deployed(), names);
            return session.aws().functions().invoke(finder.find(function).name(), event);
        }
    }
}
