package sst.repl.deed;

import org.jspecify.annotations.Nullable;
import sst.repl.command.Desk;
import sst.runner.action.script.StageAccess;
import sst.scripts.call.Clients;
import sst.scripts.call.Writes;
import sst.scripts.resource.Resources;
import sst.scripts.stage.StageSite;

/** The deployed stage as scripts see it; its clients are kept for as long as it stays where it is. */
final class DeployedStage implements AutoCloseable {
    private @Nullable StageSite site;
    private @Nullable Clients clients;

    /** What is deployed now; names are asked for anew, because a deploy may have come between. */
    synchronized Resources resources(Desk desk) {
        StageAccess stage = StageAccess.open(desk.context(), desk.app().identity(), desk::constructNames);
        Clients kept = clients;
        if (kept == null || !stage.site().equals(site)) {
            close();
            kept = new Clients(stage.site(), Writes.SEND, write -> {});
            clients = kept;
            site = stage.site();
        }
        return new Resources(stage.values(), kept);
    }

    @Override
    public synchronized void close() {
        if (clients != null) {
            clients.close();
            clients = null;
        }
    }
}
