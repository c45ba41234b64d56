package sst.model.topic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An SNS topic (SST v2: {@code constructs/Topic.ts}). */
@Construct(value = "topic", doc = "An SNS topic.", handle = Topic.class)
public record TopicProps(
        @Prop(value = "What gets each message: functions and queues.", example = "mail: 'src/list.main'")
                Map<String, Subscriber> subscribers,
        @Nullable @Prop("What every subscriber starts from.") ChildDefaults defaults,
        @Prop(
                        value = "CDK props of the topic, merged last, or a closure that returns a topic.",
                        example = "topic: [displayName: 'News']")
                Map<String, CdkOverride> cdk) {}
