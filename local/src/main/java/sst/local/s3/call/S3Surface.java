package sst.local.s3.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.s3.event.BucketNotifications;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;

/** Finds which of S3's calls a request is: by method, by whether it names a key, and by a parameter such as {@code ?acl}. */
public final class S3Surface {
    private static final Set<String> MARKS = Set.of(
            "accelerate",
            "acl",
            "analytics",
            "attributes",
            "cors",
            "delete",
            "encryption",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "lifecycle",
            "location",
            "logging",
            "metrics",
            "notification",
            "object-lock",
            "ownershipControls",
            "policy",
            "policyStatus",
            "publicAccessBlock",
            "replication",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "session",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versioning",
            "versions",
            "website");
    private static final DateTimeFormatter SIGNED_AT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int LONGEST_SIGNED = 604_800;

    private final Map<String, Function<S3Call, HttpReply>> calls;
    private final Cors cors;
    private final Clock clock;

    /** Serves the storage. */
    public S3Surface(Storage storage, Supplier<BucketNotifications> notifications, Clock clock) {
        this.calls = new S3Calls(storage, notifications).byShape();
        this.cors = new Cors(storage.buckets());
        this.clock = clock;
    }

    /** Answers a request; errors too are answered, as S3 writes them. */
    public HttpReply handle(HttpRequest request) {
        HttpReply reply;
        try {
            S3Call call = S3Call.of(request);
            checkOwner(call);
            checkExpiry(call);
            reply = call.method().equals("OPTIONS")
                    ? cors.preflight(call)
                    : cors.allowing(call, find(call).apply(call));
        } catch (AwsException error) {
            reply = S3Reply.error(
                    error, new S3Reply.S3Trace(request.path(), request.context().requestId()));
        }
        return S3Reply.with(
                reply, Map.of("x-amz-request-id", request.context().requestId(), "x-amz-id-2", "sst-local"));
    }

    private Function<S3Call, HttpReply> find(S3Call call) {
        String level = call.bucket().isEmpty() ? "account" : call.key().isEmpty() ? "bucket" : "object";
        Optional<String> mark =
                call.parameters().keySet().stream().filter(MARKS::contains).findFirst();
        String shape =
                call.method() + " " + level + mark.map(name -> " " + name).orElse("");
        Function<S3Call, HttpReply> found = calls.get(shape);
        if (found == null) {
            throw Refusals.notImplemented("s3:" + shape.replace(' ', ':'));
        }
        return found;
    }

    private static void checkOwner(S3Call call) {
        for (String header : Set.of("x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner")) {
            Optional<String> expected = call.header(header);
            boolean isOther = expected.filter(
                            owner -> !owner.equals(call.request().context().account()))
                    .isPresent();
            if (isOther) {
                throw S3Exception.of(403, "AccessDenied", "Access Denied");
            }
        }
    }

    private void checkExpiry(S3Call call) {
        if (!call.has("X-Amz-Expires") || !call.has("X-Amz-Date")) {
            return;
        }
        try {
            Instant signed = SIGNED_AT.parse(call.parameter("X-Amz-Date"), Instant::from);
            Duration valid = Duration.ofSeconds(seconds(call.parameter("X-Amz-Expires")));
            if (clock.instant().isAfter(signed.plus(valid))) {
                throw S3Exception.of(403, "AccessDenied", "Request has expired");
            }
        } catch (DateTimeParseException notADate) {
            throw badQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
    }

    private static int seconds(String text) {
        int seconds;
        try {
            seconds = Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw badQuery("X-Amz-Expires should be a number");
        }
        if (seconds < 0) {
            throw badQuery("X-Amz-Expires must be non-negative");
        }
        if (seconds > LONGEST_SIGNED) {
            throw badQuery(
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be"
                            + " less than 604800 seconds");
        }
        return seconds;
    }

    private static AwsException badQuery(String text) {
        return S3Exception.of(400, "AuthorizationQueryParametersError", text);
    }
}
