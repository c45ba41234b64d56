package sst.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import sst.local.kinesis.shard.DataShard;
import sst.local.kinesis.shard.DataStream;
import sst.local.kinesis.shard.DataStreams;
import sst.local.kinesis.shard.KinesisFault;
import sst.local.kinesis.shard.StreamName;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on shards: lists, splits, merges. What is asked is done when the answer comes, so UPDATING is never seen. */
record ShardCalls(DataStreams streams, Clock clock) {
    private static final int PAGE = 1000;

    void addTo(Map<String, Operation> operations) {
        operations.put("ListShards", this::list);
        operations.put("SplitShard", this::split);
        operations.put("MergeShards", this::merge);
        operations.put("UpdateShardCount", this::scale);
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        String token = input.path("NextToken").asText("");
        boolean isNamed = input.hasNonNull("StreamName") || input.hasNonNull("StreamARN");
        if (token.isEmpty() && !isNamed) {
            throw KinesisFault.invalid("Either NextToken or StreamName should be provided.");
        }
        if (!token.isEmpty() && isNamed) {
            throw KinesisFault.invalid("NextToken and StreamName cannot be provided together.");
        }
        String[] place = token.isEmpty() ? new String[0] : place(token);
        DataStream stream = streams.existing(
                token.isEmpty() ? Input.stream(input, context) : new StreamName(context.region(), place[1]));
        int after = token.isEmpty()
                ? DataShard.number(input.path("ExclusiveStartShardId").asText(""))
                : Integer.parseInt(place[0]);
        Predicate<DataShard> wanted = filter(stream, input.path("ShardFilter"));
        int limit = input.path("MaxResults").asInt(PAGE);
        List<DataShard> left = stream.shards().all().stream()
                .filter(shard -> shard.number() > after)
                .filter(wanted)
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode shards = answer.putArray("Shards");
        left.stream().limit(limit).forEach(shard -> shards.add(StreamView.shard(shard)));
        return left.size() > limit ? answer.put("NextToken", token(left.get(limit - 1), stream)) : answer;
    }

    private static String token(DataShard last, DataStream stream) {
        String plain = last.number() + " " + stream.name().name();
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] place(String token) {
        try {
            String[] place = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split(" ", 2);
            if (place.length == 2 && place[0].matches("\\d{1,9}")) {
                return place;
            }
        } catch (IllegalArgumentException garbled) {
            throw KinesisFault.invalid("Invalid NextToken.");
        }
        throw KinesisFault.invalid("Invalid NextToken.");
    }

    /** See https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ShardFilter.html */
    private Predicate<DataShard> filter(DataStream stream, JsonNode filter) {
        long time = Math.round(filter.path("Timestamp").asDouble() * 1000);
        int after = DataShard.number(filter.path("ShardId").asText(""));
        return switch (filter.path("Type").asText("")) {
            case "AFTER_SHARD_ID" -> shard -> shard.number() > after;
            case "AT_LATEST" -> DataShard::isOpen;
            case "AT_TRIM_HORIZON" ->
                shard -> shard.parents().stream()
                        .noneMatch(parent ->
                                stream.shards().find(DataShard.id(parent)).isPresent());
            case "AT_TIMESTAMP" -> shard -> shard.created() <= time && (shard.isOpen() || shard.closed() >= time);
            case "FROM_TIMESTAMP" -> shard -> shard.isOpen() || shard.closed() >= time;
            default -> shard -> true;
        };
    }

    private static DataShard shard(DataStream stream, String id) {
        return stream.shards()
                .find(id)
                .orElseThrow(() -> KinesisFault.shardNotFound(id, stream.name().name()));
    }

    private ObjectNode split(ObjectNode input, CallContext context) {
        StreamName name = Input.stream(input, context);
        BigInteger key = new BigInteger(input.path("NewStartingHashKey").asText());
        String id = Input.shard(input, "ShardToSplit", name.name());
        streams.change(name, stream -> {
            DataShard shard = shard(stream, id);
            checkOpen(stream, shard);
            streams.checkLimit(name.region(), 1);
            boolean isInside = key.compareTo(shard.keys().lowest().add(BigInteger.ONE)) > 0
                    && key.compareTo(shard.keys().highest()) < 0;
            if (!isInside) {
                throw KinesisFault.invalid("NewStartingHashKey " + key + " used in SplitShard() on shard "
                        + shard.id() + " in stream " + name.name() + " under account " + CallContext.ACCOUNT
                        + " is not both greater than one plus the shard's StartingHashKey "
                        + shard.keys().lowest() + " and less than the shard's EndingHashKey "
                        + shard.keys().highest() + ".");
            }
            return stream.with(stream.shards().split(shard, key, clock.millis()));
        });
        return Json.object();
    }

    private ObjectNode merge(ObjectNode input, CallContext context) {
        StreamName name = Input.stream(input, context);
        String one = Input.shard(input, "ShardToMerge", name.name());
        String other = Input.shard(input, "AdjacentShardToMerge", name.name());
        streams.change(name, stream -> {
            DataShard first = shard(stream, one);
            DataShard second = shard(stream, other);
            checkOpen(stream, first);
            checkOpen(stream, second);
            if (!first.keys().isFollowedBy(second.keys())) {
                throw KinesisFault.invalid("Shards " + first.id() + " and " + second.id() + " in stream "
                        + stream.name().name() + " under account " + CallContext.ACCOUNT
                        + " are not an adjacent pair of shards eligible for merging");
            }
            return stream.with(stream.shards().merged(first, second, clock.millis()));
        });
        return Json.object();
    }

    private static void checkOpen(DataStream stream, DataShard shard) {
        if (!shard.isOpen()) {
            throw KinesisFault.invalid("Shard " + shard.id() + " in stream "
                    + stream.name().name() + " under account " + CallContext.ACCOUNT
                    + " has already been merged or split, and thus is not eligible for merging or splitting.");
        }
    }

    private ObjectNode scale(ObjectNode input, CallContext context) {
        StreamName name = Input.stream(input, context);
        int wanted = input.path("TargetShardCount").asInt();
        int before = streams.existing(name).shards().open().size();
        scale(name, wanted);
        return Json.object()
                .put("StreamName", name.name())
                .put("StreamARN", name.arn())
                .put("CurrentShardCount", before)
                .put("TargetShardCount", wanted);
    }

    /** Gives a stream another number of shards. */
    DataStream scale(StreamName name, int wanted) {
        return streams.change(name, stream -> {
            if (stream.settings().isOnDemand()) {
                throw KinesisFault.validation("Request is invalid. Stream " + name.name() + " under account "
                        + CallContext.ACCOUNT + " is in On-Demand mode.");
            }
            int open = stream.shards().open().size();
            if (wanted > 2 * open) {
                throw beyond("up over double", open, wanted);
            }
            if (wanted * 2 < open) {
                throw beyond("down below half", open, wanted);
            }
            streams.checkLimit(name.region(), wanted - open);
            return stream.with(stream.shards().scaled(wanted, clock.millis()));
        });
    }

    private static AwsException beyond(String how, int open, int wanted) {
        return KinesisFault.limit("UpdateShardCount cannot scale " + how
                + " your current open shard count. Current open shard count: " + open + " Target shard count: "
                + wanted);
    }
}
