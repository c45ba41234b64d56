package sst.local.lambda;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.worker.Execution;
import sst.local.lambda.worker.Invocation;
import sst.local.lambda.worker.WorkerPool;

/** Runs functions on the pool. */
final class Invocations {
    private final Targets targets;
    private final WorkerPool pool;
    private final Clock clock;

    Invocations(Targets targets, WorkerPool pool, Clock clock) {
        this.targets = targets;
        this.pool = pool;
        this.clock = clock;
    }

    /** The version that a call of the reference would run; its fault when there is none. */
    String version(FunctionRef ref) {
        return targets.find(ref).spec().version();
    }

    /** Runs the function to its end. */
    Execution run(FunctionRef ref, Call call) {
        Targets.Target target = targets.find(ref);
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Lambda-Runtime-Trace-Id", trace());
        return pool.run(
                target.spec(),
                new Invocation(call.requestId(), target.arn(), call.payload(), headers),
                target.reserved());
    }

    private String trace() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return String.format(
                Locale.ROOT,
                "Root=1-%08x-%s;Parent=%s;Sampled=0",
                clock.millis() / 1000,
                random.substring(0, 24),
                random.substring(16));
    }

    /** One call: its id, its event, and further {@code Lambda-Runtime-*} headers. */
    record Call(String requestId, byte[] payload, Map<String, String> headers) {
        Call {
            headers = Map.copyOf(headers);
        }

        static Call of(byte[] payload) {
            return new Call(UUID.randomUUID().toString(), payload, Map.of());
        }
    }
}
