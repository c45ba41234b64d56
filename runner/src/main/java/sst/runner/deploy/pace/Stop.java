package sst.runner.deploy.pace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The user's wish to stop: nothing new is started, and what CloudFormation does already is left to it. */
public final class Stop {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    public void request() {
        requested.set(true);
        actions.forEach(Runnable::run);
    }

    /** What is to be done once the user wishes to stop; at once when that was before. */
    public void onRequest(Runnable action) {
        actions.add(action);
        if (requested.get()) {
            action.run();
        }
    }

    public boolean isRequested() {
        return requested.get();
    }
}
