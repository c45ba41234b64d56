package sst.model.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An index with a partition key of its own. */
@Nested("An index with a partition key of its own.")
public record GlobalIndex(
        @Prop(value = "The field that spreads items.", required = true, example = "'userId'") String partitionKey,
        @Nullable @Prop(value = "The field that orders items of one partition.") String sortKey,
        @Nullable @Prop(value = "Attributes it holds: all, keys_only, or a list.", defaultsTo = "all")
                Projection projection,
        @Prop("CDK props of the index, merged last.") Map<String, CdkOverride> cdk) {}
