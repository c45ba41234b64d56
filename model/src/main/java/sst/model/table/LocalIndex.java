package sst.model.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;
import sst.model.value.CdkOverride;

/** An index that orders the items of one partition by another field. */
@Nested("An index that orders the items of one partition by another field.")
public record LocalIndex(
        @Prop(value = "The field that orders items.", required = true, example = "'createdAt'") String sortKey,
        @Nullable @Prop(value = "Attributes it holds: all, keys_only, or a list.", defaultsTo = "all")
                Projection projection,
        @Prop("CDK props of the index, merged last.") Map<String, CdkOverride> cdk) {}
