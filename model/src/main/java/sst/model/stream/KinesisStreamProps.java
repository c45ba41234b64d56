package sst.model.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.event.Consumer;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** A Kinesis data stream (SST v2: {@code constructs/KinesisStream.ts}). */
@Construct(value = "kinesisStream", doc = "A Kinesis data stream.", handle = KinesisStream.class)
public record KinesisStreamProps(
        @Prop(value = "Functions that read the stream.", example = "count: 'src/list.main'")
                Map<String, Consumer> consumers,
        @Nullable @Prop("What every consumer starts from.") ChildDefaults defaults,
        @Prop(
                        value = "CDK props of the stream, merged last, or a closure that returns a stream.",
                        example = "stream: [shardCount: 3]")
                Map<String, CdkOverride> cdk) {}
