package sst.local.lambda.source.poll;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import sst.local.destination.Destinations;
import sst.local.port.FunctionInvoker;
import sst.local.port.Host;
import sst.local.port.QueueAccess;
import sst.local.store.Store;

/**
 * What pollers work between.
 *
 * @param host store and clock
 * @param functions calls functions
 * @param queues where messages come from
 * @param destinations where news of given-up records go
 * @param checkpoints how far streams are read
 * @param threads run pollers and batches
 */
public record Ends(
        Host host,
        FunctionInvoker functions,
        QueueAccess queues,
        Destinations destinations,
        Checkpoints checkpoints,
        ExecutorService threads) {
    Store store() {
        return host.store();
    }

    Clock clock() {
        return host.clock();
    }
}
