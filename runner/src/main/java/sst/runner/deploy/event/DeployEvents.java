package sst.runner.deploy.event;

import java.util.function.Consumer;

/** Brings events of many threads into one order: each is delivered completely before the next. */
public final class DeployEvents implements Consumer<DeployEvent> {
    private final Consumer<DeployEvent> listener;

    public DeployEvents(Consumer<DeployEvent> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(DeployEvent event) {
        listener.accept(event);
    }
}
