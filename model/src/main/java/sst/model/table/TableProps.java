package sst.model.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.event.ChildDefaults;
import sst.model.event.StreamConsumer;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.stream.StreamTarget;
import sst.model.value.CdkOverride;

/** A DynamoDB table (SST v2: {@code constructs/Table.ts}). */
@Construct(value = "table", doc = "A DynamoDB table.", handle = Table.class)
public record TableProps(
        @Prop(value = "Attributes used in keys, with their types.", example = "noteId: 'string'", required = true)
                Map<String, FieldType> fields,
        @Nullable @Prop(value = "The table's own key.", example = "partitionKey: 'noteId'", required = true)
                PrimaryIndex primaryIndex,
        @Prop(value = "Indexes with partition keys of their own.", example = "ByUser: [partitionKey: 'userId']")
                Map<String, GlobalIndex> globalIndexes,
        @Prop(value = "Indexes that order a partition by another field.", example = "ByDate: [sortKey: 'createdAt']")
                Map<String, LocalIndex> localIndexes,
        @Nullable @Prop(value = "Whether changes are streamed, and what of them.", example = "true") TableStream stream,
        @Nullable @Prop(value = "The attribute that holds an item's expiry, in epoch seconds.", example = "'expiresAt'")
                String timeToLiveAttribute,
        @Prop(value = "Functions that get the changes; needs stream.", example = "index: 'src/list.main'")
                Map<String, StreamConsumer> consumers,
        @Nullable @Prop("A Kinesis stream that gets the changes.") StreamTarget kinesisStream,
        @Nullable @Prop("What every consumer starts from.") ChildDefaults defaults,
        @Prop(
                        value = "CDK props of the table, merged last, or a closure that returns a table.",
                        example = "table: [pointInTimeRecovery: false]")
                Map<String, CdkOverride> cdk) {}
