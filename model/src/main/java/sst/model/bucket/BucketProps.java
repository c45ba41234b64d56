package sst.model.bucket;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An S3 bucket (SST v2: {@code constructs/Bucket.ts}). */
@Construct(value = "bucket", doc = "An S3 bucket.", handle = Bucket.class)
public record BucketProps(
        @Nullable @Prop(value = "A physical name; left out, AWS makes one.", example = "'my-uploads'") String name,
        @Nullable @Prop(value = "Which browser pages may use it.", defaultsTo = "true", example = "false")
                BucketCors cors,
        @Nullable @Prop(value = "Whether access lists that open it to the public are refused.", defaultsTo = "false")
                Boolean blockPublicACLs,
        @Prop(
                        value = "What is told when objects come and go: functions, queues and topics.",
                        example = "resize: 'src/list.main'")
                Map<String, Notification> notifications,
        @Nullable @Prop("What every notified function starts from.") ChildDefaults defaults,
        @Prop(
                        value = "CDK props of the bucket, merged last, or a closure that returns a bucket.",
                        example = "bucket: [versioned: true]")
                Map<String, CdkOverride> cdk) {}
