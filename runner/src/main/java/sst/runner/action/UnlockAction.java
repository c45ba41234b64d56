package sst.runner.action;

import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;

/** Removes the lock that a run left behind. */
public final class UnlockAction {
    private final Context context;

    public UnlockAction(Context context) {
        this.context = context;
    }

    /** @param run the id of the run that holds the lock */
    public void unlock(AppIdentity app, String run) {
        try (Session session = Session.open(context, app)) {
            session.run("unlock").stageLock().release(run);
        }
    }
}
