package sst.model.bucket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sst.model.diagnostic.Suggestion;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/**
 * What may happen in a bucket, written in SST v2's way ({@code object_created}) or as S3 calls it
 * ({@code s3:ObjectCreated:*}).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">S3's events</a>
 */
@Coerced(accepts = String.class)
public enum BucketEvent {
    OBJECT_CREATED("s3:ObjectCreated:*"),
    OBJECT_CREATED_PUT("s3:ObjectCreated:Put"),
    OBJECT_CREATED_POST("s3:ObjectCreated:Post"),
    OBJECT_CREATED_COPY("s3:ObjectCreated:Copy"),
    OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD("s3:ObjectCreated:CompleteMultipartUpload"),
    OBJECT_REMOVED("s3:ObjectRemoved:*"),
    OBJECT_REMOVED_DELETE("s3:ObjectRemoved:Delete"),
    OBJECT_REMOVED_DELETE_MARKER_CREATED("s3:ObjectRemoved:DeleteMarkerCreated"),
    OBJECT_RESTORE_POST("s3:ObjectRestore:Post"),
    OBJECT_RESTORE_COMPLETED("s3:ObjectRestore:Completed"),
    OBJECT_RESTORE_DELETE("s3:ObjectRestore:Delete"),
    REDUCED_REDUNDANCY_LOST_OBJECT("s3:ReducedRedundancyLostObject"),
    REPLICATION_OPERATION_FAILED_REPLICATION("s3:Replication:OperationFailedReplication"),
    REPLICATION_OPERATION_MISSED_THRESHOLD("s3:Replication:OperationMissedThreshold"),
    REPLICATION_OPERATION_REPLICATED_AFTER_THRESHOLD("s3:Replication:OperationReplicatedAfterThreshold"),
    REPLICATION_OPERATION_NOT_TRACKED("s3:Replication:OperationNotTracked");

    private final String s3;

    BucketEvent(String s3) {
        this.s3 = s3;
    }

    /** Either spelling. */
    public static PropType<BucketEvent> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "an event such as 'object_created' or 's3:ObjectCreated:*'";
            }

            @Override
            public BucketEvent coerce(Object raw) {
                String text = String.valueOf(raw);
                return Arrays.stream(values())
                        .filter(each -> each == raw || each.toString().equals(text) || each.s3.equals(text))
                        .findFirst()
                        .orElseThrow(() -> new Mismatch(
                                "expected " + description() + ", got " + Shown.of(raw),
                                Suggestion.nearest(text, choices())
                                        .map(name -> "did you mean '" + name + "'?")
                                        .orElse("")));
            }

            @Override
            public List<String> choices() {
                return Arrays.stream(values()).map(BucketEvent::toString).toList();
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
