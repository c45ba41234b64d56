package sst.local.s3.bucket;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of a request.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
 *
 * @param header reads a header by its name; empty when it is not there
 */
public record Conditions(Function<String, Optional<String>> header) {
    private static final int PRECONDITION_FAILED = 412;
    private static final int NOT_MODIFIED = 304;

    /** Refuses a write whose conditions do not hold. */
    public void checkWrite(Optional<StoredObject> current) {
        Optional<String> none = header.apply("If-None-Match");
        if (none.isPresent()) {
            if (!none.get().trim().equals("*")) {
                throw S3Exception.of(
                        501,
                        "NotImplemented",
                        "A header you provided implies functionality that is not"
                                + " implemented: If-None-Match takes * here");
            }
            if (current.isPresent()) {
                throw S3Exception.preconditionFailed("If-None-Match");
            }
        }
        Optional<String> match = header.apply("If-Match");
        if (match.isPresent()) {
            StoredObject object = current.orElseThrow(() -> S3Exception.noSuchKey(""));
            if (!isEtag(match.get(), object)) {
                throw S3Exception.preconditionFailed("If-Match");
            }
        }
    }

    /** The status that a read ends with early; empty when it goes on. */
    public Optional<Integer> read(StoredObject object) {
        Optional<String> match = header.apply("If-Match");
        if (match.isPresent() && !isEtag(match.get(), object)) {
            return Optional.of(PRECONDITION_FAILED);
        }
        boolean isTooNew = match.isEmpty()
                && isModifiedSince("If-Unmodified-Since", object).orElse(false);
        if (isTooNew) {
            return Optional.of(PRECONDITION_FAILED);
        }
        Optional<String> none = header.apply("If-None-Match");
        if (none.isPresent()) {
            return isEtag(none.get(), object) ? Optional.of(NOT_MODIFIED) : Optional.empty();
        }
        return isModifiedSince("If-Modified-Since", object).orElse(true) ? Optional.empty() : Optional.of(NOT_MODIFIED);
    }

    private static boolean isEtag(String list, StoredObject object) {
        String bare = object.etag().replace("\"", "");
        return Arrays.stream(list.split(","))
                .map(tag -> tag.trim().replaceFirst("^W/", "").replace("\"", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(bare));
    }

    private Optional<Boolean> isModifiedSince(String name, StoredObject object) {
        return header.apply(name).flatMap(Conditions::instant).map(limit -> {
            Instant modified = Instant.ofEpochSecond(object.modified() / 1000);
            return modified.isAfter(limit);
        });
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException ignoredAsHttpSays) {
            return Optional.empty();
        }
    }
}
