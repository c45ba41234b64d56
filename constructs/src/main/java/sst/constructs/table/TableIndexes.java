package sst.constructs.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.LocalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import sst.constructs.cdk.CdkProps;
import sst.model.table.GlobalIndex;
import sst.model.table.LocalIndex;
import sst.model.table.Projection;
import sst.model.table.TableProps;
import sst.model.value.CdkOverride;

/** The further indexes of a table. */
final class TableIndexes {
    private final Table table;
    private static final Map<String, String> OURS = Map.of(
            "indexName",
            "the index's key",
            "partitionKey",
            "partitionKey of the index",
            "sortKey",
            "sortKey of the index");

    private final TableKeys keys;
    private final CdkProps cdk;

    TableIndexes(Table table, TableKeys keys, CdkProps cdk) {
        this.table = table;
        this.keys = keys;
        this.cdk = cdk;
    }

    void add(TableProps props) {
        props.globalIndexes().forEach(this::addGlobal);
        props.localIndexes().forEach(this::addLocal);
    }

    private void addGlobal(String name, GlobalIndex index) {
        GlobalSecondaryIndexProps.Builder builder =
                GlobalSecondaryIndexProps.builder().indexName(name).partitionKey(keys.attribute(index.partitionKey()));
        if (index.sortKey() != null) {
            builder.sortKey(keys.attribute(index.sortKey()));
        }
        builder.projectionType(type(index.projection()));
        if (isListed(index.projection())) {
            builder.nonKeyAttributes(attributes(index.projection()));
        }
        cdk.apply(builder, override(index.cdk()));
        table.addGlobalSecondaryIndex(builder.build());
    }

    private void addLocal(String name, LocalIndex index) {
        LocalSecondaryIndexProps.Builder builder =
                LocalSecondaryIndexProps.builder().indexName(name).sortKey(keys.attribute(index.sortKey()));
        builder.projectionType(type(index.projection()));
        if (isListed(index.projection())) {
            builder.nonKeyAttributes(attributes(index.projection()));
        }
        cdk.apply(builder, override(index.cdk()));
        table.addLocalSecondaryIndex(builder.build());
    }

    private static Map<String, Object> override(Map<String, CdkOverride> cdk) {
        CdkProps.requireKeys(cdk, List.of("index"));
        Map<String, Object> own = CdkProps.of(cdk, "index").props();
        CdkProps.refuse("cdk.index", own, OURS);
        return own;
    }

    private static ProjectionType type(@Nullable Projection projection) {
        if (projection == null) {
            return ProjectionType.ALL;
        }
        return switch (projection.kind()) {
            case ALL -> ProjectionType.ALL;
            case KEYS_ONLY -> ProjectionType.KEYS_ONLY;
            case INCLUDE -> ProjectionType.INCLUDE;
        };
    }

    private static boolean isListed(@Nullable Projection projection) {
        return projection != null && !projection.attributes().isEmpty();
    }

    private static List<String> attributes(@Nullable Projection projection) {
        return projection == null ? List.of() : projection.attributes();
    }
}
