package sst.local.dynamodb.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import sst.local.dynamodb.request.Rejection;
import sst.local.wire.AwsException;

/** Where a reader of a stream is; good for fifteen minutes. */
record StreamIterator(String streamArn, long after, long madeAt) {
    private static final long LIFETIME_MILLIS = 900_000;

    String text() {
        String plain = after + " " + madeAt + " " + streamArn;
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static StreamIterator read(String text, long now) {
        try {
            String[] steps = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            if (steps.length == 3) {
                return new StreamIterator(steps[2], Long.parseLong(steps[0]), Long.parseLong(steps[1])).fresh(now);
            }
        } catch (IllegalArgumentException garbled) {
            throw Rejection.validation("Invalid ShardIterator: " + garbled.getMessage());
        }
        throw Rejection.validation("Invalid ShardIterator");
    }

    private StreamIterator fresh(long now) {
        if (now > madeAt + LIFETIME_MILLIS) {
            throw new AwsException(
                    400,
                    "ExpiredIteratorException",
                    "The shard iterator has expired and can no longer be used to retrieve stream records.");
        }
        return this;
    }
}
