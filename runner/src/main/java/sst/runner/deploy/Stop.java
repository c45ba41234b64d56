package sst.runner.deploy;

import java.util.concurrent.atomic.AtomicBoolean;

/** The user's wish to stop: nothing new is started, and what CloudFormation does already is left to it. */
public final class Stop {
    private final AtomicBoolean requested = new AtomicBoolean();

    public void request() {
        requested.set(true);
    }

    public boolean isRequested() {
        return requested.get();
    }
}
