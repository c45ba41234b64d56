package sst.local.dynamodb.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.local.dynamodb.row.Rows;
import sst.local.dynamodb.table.IndexDefinition;
import sst.local.dynamodb.table.IndexProjection;
import sst.local.dynamodb.table.KeySchema;
import sst.local.dynamodb.table.Table;
import sst.local.dynamodb.table.TableDefinition;
import sst.local.dynamodb.value.Item;

/**
 * What a query or scan reads: a table, or one of its indexes.
 *
 * @param table the table
 * @param index null for the table itself
 */
public record Source(Table table, @Nullable IndexDefinition index) {
    TableDefinition definition() {
        return table.definition();
    }

    KeySchema keys() {
        return index == null ? definition().keys() : index.keys();
    }

    /** The names of its key attributes, partition key first. */
    public List<String> keyNames() {
        return keys().names();
    }

    Rows rows() {
        return index == null ? table.items() : table.index(index);
    }

    boolean isGlobal() {
        return index != null && index.global();
    }

    /** Whether every attribute of an item is here. */
    boolean isWhole() {
        return index == null || index.projection().type() == IndexProjection.Type.ALL;
    }

    /** The attributes that tell where a page ended. */
    List<String> positionNames() {
        return index == null ? definition().keys().names() : index.positionNames(definition());
    }

    byte[] rowKey(Item position) {
        return index == null ? table.rowKey(position) : table.rowKey(index, position);
    }
}
