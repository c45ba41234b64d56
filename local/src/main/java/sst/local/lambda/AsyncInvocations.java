package sst.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import sst.local.background.DueQueue;
import sst.local.background.DueQueue.Again;
import sst.local.lambda.control.record.FunctionRef;
import sst.local.lambda.control.record.Members;
import sst.local.lambda.worker.Execution;
import sst.local.port.Host;
import sst.local.wire.AwsException;

/**
 * The queue of {@code Event} calls. It survives a restart; a failed call is tried again after one minute and after two
 * more (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
 */
final class AsyncInvocations implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AsyncInvocations.class.getName());
    private static final int THREADS = 16;
    private static final int RETRIES = 2;
    private static final int AGE_SECONDS = 21_600;

    private final Invocations invocations;
    private final Targets targets;
    private final AsyncReports reports;
    private final Clock clock;
    private final DueQueue queue;

    AsyncInvocations(Invocations invocations, Targets targets, AsyncReports reports, Host host) {
        this.invocations = invocations;
        this.targets = targets;
        this.reports = reports;
        this.clock = host.clock();
        this.queue = new DueQueue(new DueQueue.Kind("lambda.async", THREADS), host, this::attempt);
    }

    /** Takes a call; it runs soon. */
    void add(FunctionRef ref, Invocations.Call call) {
        ObjectNode event = Members.object()
                .put("region", ref.region())
                .put("arn", ref.arn())
                .put("id", call.requestId())
                .put("payload", call.payload())
                .put("attempt", 0)
                .put("accepted", clock.millis());
        queue.add(call.requestId(), event);
    }

    /** Takes no more; what runs now stays in the queue for the next start. */
    void stop() {
        queue.stop();
    }

    /** Waits for the calls under way, whose workers have been ended. */
    @Override
    public void close() {
        queue.close();
    }

    private Optional<Again> attempt(ObjectNode event) {
        FunctionRef ref = FunctionRef.parse(Members.text(event, "arn"), Members.text(event, "region"));
        String id = Members.text(event, "id");
        try {
            Execution execution = invocations.run(ref, new Invocations.Call(id, payload(event), Map.of()));
            if (execution.functionError().isEmpty()) {
                reports.report(ended(ref, event, "Success", execution.payload()));
                return Optional.empty();
            }
            return again(ref, event, execution.payload());
        } catch (AwsException e) {
            if (e.status() != 429) {
                LOG.log(System.Logger.Level.WARNING, "asynchronous invocation of " + ref.arn() + ": " + e.text());
                return Optional.empty();
            }
            long due = clock.millis() + 1000;
            if (due > event.path("accepted").asLong() + age(ref) * 1000L) {
                reports.report(ended(ref, event, "EventAgeExceeded", new byte[0]));
                return Optional.empty();
            }
            return Optional.of(new Again(due, event));
        }
    }

    private static AsyncReports.Ended ended(FunctionRef ref, ObjectNode event, String condition, byte[] answer) {
        int attempts = event.path("attempt").asInt() + 1;
        return new AsyncReports.Ended(ref, Members.text(event, "id"), payload(event), condition, attempts, answer);
    }

    private int age(FunctionRef ref) {
        return targets.retries(ref)
                .map(all -> all.path("MaximumEventAgeInSeconds").asInt(AGE_SECONDS))
                .orElse(AGE_SECONDS);
    }

    private Optional<Again> again(FunctionRef ref, ObjectNode event, byte[] answer) {
        int attempt = event.path("attempt").asInt() + 1;
        int most = targets.retries(ref)
                .map(all -> all.path("MaximumRetryAttempts").asInt(RETRIES))
                .orElse(RETRIES);
        long due = clock.millis() + Duration.ofMinutes(attempt).toMillis();
        boolean isOld = due > event.path("accepted").asLong() + age(ref) * 1000L;
        if (attempt > most || isOld) {
            reports.report(ended(ref, event, attempt > most ? "RetriesExhausted" : "EventAgeExceeded", answer));
            return Optional.empty();
        }
        return Optional.of(new Again(due, event.put("attempt", attempt)));
    }

    private static byte[] payload(JsonNode event) {
        try {
            return event.path("payload").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
