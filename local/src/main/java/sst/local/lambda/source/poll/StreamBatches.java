package sst.local.lambda.source.poll;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sst.local.lambda.control.record.Members;
import sst.local.port.FunctionInvoker.Invocation;
import sst.local.port.StreamAccess.Entry;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * Calls a function with the records of a shard until it has handled them, or gives them up as its mapping says.
 * See https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
final class StreamBatches {
    private static final System.Logger LOG = System.getLogger(StreamBatches.class.getName());
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final Mapping mapping;
    private final String shard;
    private final Ends ends;
    private final CountDownLatch stop;
    private final EventFilter filter;

    StreamBatches(Mapping mapping, String shard, Ends ends, CountDownLatch stop) {
        this.mapping = mapping;
        this.shard = shard;
        this.ends = ends;
        this.stop = stop;
        this.filter = new EventFilter(mapping.filters());
    }

    /** Handles a batch; gives the position up to which all is done, which is less than the end when it is stopped. */
    long handle(List<Entry> batch, long after) {
        List<Entry> wanted = batch.stream()
                .filter(entry -> filter.takes(StreamEvent.matchable(entry.record())))
                .toList();
        long end = batch.get(batch.size() - 1).position();
        if (wanted.isEmpty()) {
            return end;
        }
        long done = run(wanted, 0);
        boolean isAll = done == wanted.get(wanted.size() - 1).position();
        return isAll ? end : Math.max(after, done);
    }

    /** The position up to which the records are done; before the first one when it is stopped. */
    private long run(List<Entry> records, int attempts) {
        List<Entry> left = records;
        for (int attempt = attempts; stop.getCount() > 0; attempt++) {
            List<Entry> fresh = fresh(left, attempt);
            if (fresh.isEmpty()) {
                return end(left);
            }
            Outcome outcome = invoke(fresh);
            if (outcome.isDone()) {
                return end(fresh);
            }
            left = from(fresh, outcome.failedFrom());
            if (attempt == mapping.stream().retries()) {
                giveUp(left, new GivenUp("RetryAttemptsExhausted", attempt + 1));
                return end(left);
            }
            if (mapping.stream().isBisected() && left.size() > 1) {
                return halves(left, attempt + 1);
            }
            pause(attempt);
        }
        return left.get(0).position() - 1;
    }

    private long halves(List<Entry> records, int attempts) {
        int middle = records.size() / 2;
        List<Entry> first = records.subList(0, middle);
        long done = run(first, attempts);
        return done == end(first) ? run(records.subList(middle, records.size()), attempts) : done;
    }

    private static long end(List<Entry> records) {
        return records.get(records.size() - 1).position();
    }

    private static List<Entry> from(List<Entry> records, OptionalLong position) {
        return position.isEmpty()
                ? records
                : records.stream()
                        .filter(entry -> entry.position() >= position.getAsLong())
                        .toList();
    }

    /** Records that are too old to be tried again are given up. */
    private List<Entry> fresh(List<Entry> records, int attempt) {
        long oldest = mapping.stream().oldestMillis();
        if (oldest < 0) {
            return records;
        }
        long since = ends.clock().millis() - oldest;
        List<Entry> old =
                records.stream().filter(entry -> entry.millis() < since).toList();
        if (!old.isEmpty()) {
            giveUp(old, new GivenUp("RecordAgeExceeded", attempt));
        }
        return records.stream().filter(entry -> entry.millis() >= since).toList();
    }

    private record Outcome(boolean isDone, OptionalLong failedFrom) {}

    private Outcome invoke(List<Entry> records) {
        try {
            Invocation answer = ends.functions().invoke(mapping.functionArn(), StreamEvent.payload(records));
            if (answer.isError()) {
                return new Outcome(false, OptionalLong.empty());
            }
            return mapping.isPartial() ? reported(records, answer) : new Outcome(true, OptionalLong.empty());
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, mapping.functionArn() + " was not called: " + refused.text());
            return new Outcome(false, OptionalLong.empty());
        }
    }

    /** The lowest reported number counts; an unknown one means that everything failed. */
    private static Outcome reported(List<Entry> records, Invocation answer) {
        List<String> failures = StreamEvent.failures(answer.payload());
        if (failures.isEmpty()) {
            return new Outcome(true, OptionalLong.empty());
        }
        OptionalLong lowest = records.stream()
                .filter(entry -> failures.contains(StreamEvent.sequence(entry.record())))
                .mapToLong(Entry::position)
                .min();
        return new Outcome(false, lowest);
    }

    private void pause(int attempt) {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 6));
        try {
            boolean unused = stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            stop.countDown();
        }
    }

    private record GivenUp(String condition, int attempts) {}

    private void giveUp(List<Entry> records, GivenUp why) {
        LOG.log(
                System.Logger.Level.WARNING,
                mapping.functionArn() + " did not handle " + records.size() + " records: " + why.condition());
        String destination = mapping.stream().failures();
        if (destination.isEmpty()) {
            return;
        }
        try {
            ends.destinations().send(destination, news(records, why).toString(), Members.object());
        } catch (AwsException refused) {
            LOG.log(System.Logger.Level.WARNING, destination + " did not take the news: " + refused.text());
        }
    }

    private ObjectNode news(List<Entry> records, GivenUp why) {
        ObjectNode news = Json.object();
        news.putObject("requestContext")
                .put("requestId", java.util.UUID.randomUUID().toString())
                .put("functionArn", mapping.functionArn())
                .put("condition", why.condition())
                .put("approximateInvokeCount", why.attempts());
        news.putObject("responseContext")
                .put("statusCode", 200)
                .put("executedVersion", "$LATEST")
                .put("functionError", "Unhandled");
        news.put("version", "1.0").put("timestamp", ends.clock().instant().toString());
        Entry first = records.get(0);
        Entry last = records.get(records.size() - 1);
        String kind = mapping.sourceArn().startsWith("arn:aws:kinesis:") ? "KinesisBatchInfo" : "DDBStreamBatchInfo";
        news.putObject(kind)
                .put("shardId", shard)
                .put("startSequenceNumber", StreamEvent.sequence(first.record()))
                .put("endSequenceNumber", StreamEvent.sequence(last.record()))
                .put(
                        "approximateArrivalOfFirstRecord",
                        java.time.Instant.ofEpochMilli(first.millis()).toString())
                .put(
                        "approximateArrivalOfLastRecord",
                        java.time.Instant.ofEpochMilli(last.millis()).toString())
                .put("batchSize", records.size())
                .put("streamArn", mapping.sourceArn());
        return news;
    }
}
