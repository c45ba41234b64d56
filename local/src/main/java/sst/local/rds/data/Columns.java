package sst.local.rds.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.postgresql.PGResultSetMetaData;
import sst.local.wire.codec.Json;

/** What a result's columns are. See https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ColumnMetadata.html */
final class Columns {
    private Columns() {}

    static ArrayNode of(ResultSetMetaData columns) throws SQLException {
        ArrayNode list = Json.object().arrayNode();
        PGResultSetMetaData names = columns.unwrap(PGResultSetMetaData.class);
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            ObjectNode column = list.addObject();
            column.put("arrayBaseColumnType", 0)
                    .put("isAutoIncrement", columns.isAutoIncrement(at))
                    .put("isCaseSensitive", columns.isCaseSensitive(at))
                    .put("isCurrency", columns.isCurrency(at))
                    .put("isSigned", columns.isSigned(at))
                    .put("label", columns.getColumnLabel(at))
                    .put("name", name(columns.getColumnName(at), names.getBaseColumnName(at)))
                    .put("nullable", columns.isNullable(at))
                    .put("precision", columns.getPrecision(at))
                    .put("scale", columns.getScale(at))
                    .put("schemaName", names.getBaseSchemaName(at))
                    .put("tableName", names.getBaseTableName(at))
                    .put("type", columns.getColumnType(at))
                    .put("typeName", columns.getColumnTypeName(at));
        }
        return list;
    }

    /** The name in the table, or the label of what is computed. */
    private static String name(String label, String base) {
        return base.isEmpty() ? label : base;
    }
}
