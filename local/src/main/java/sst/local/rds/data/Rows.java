package sst.local.rds.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import sst.local.wire.codec.Json;

/**
 * Rows of a result as the API's fields, or as JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_Field.html">AWS</a>
 */
record Rows(ResultSet rows, ResultOptions options, Failures failures) {
    private static final int MOST_BYTES = 1 << 20;

    /** What a call wants numbers as. */
    record ResultOptions(boolean areDecimalsNumbers, boolean areLongsTexts) {}

    ArrayNode records() throws SQLException {
        ArrayNode records = Json.object().arrayNode();
        int columns = rows.getMetaData().getColumnCount();
        int bytes = 0;
        while (rows.next()) {
            ArrayNode row = records.addArray();
            for (int column = 1; column <= columns; column++) {
                row.add(field(column));
            }
            bytes += row.toString().length();
            if (bytes > MOST_BYTES) {
                throw failures.tooLarge();
            }
        }
        return records;
    }

    private ObjectNode field(int column) throws SQLException {
        ObjectNode field = Json.object();
        Object value = value(column);
        if (value == null) {
            return field.put("isNull", true);
        }
        if (value instanceof Array array) {
            field.set("arrayValue", array(array));
            return field;
        }
        return put(field, value);
    }

    /** A value under the name that the API has for its type; in an array of them with an s at its end. */
    private ObjectNode put(ObjectNode field, Object value) {
        if (value instanceof Boolean truth) {
            return field.put("booleanValue", truth);
        }
        if (value instanceof Long whole) {
            return options.areLongsTexts() ? field.put("stringValue", whole.toString()) : field.put("longValue", whole);
        }
        if (value instanceof Double number) {
            return field.put("doubleValue", number);
        }
        if (value instanceof BigDecimal decimal) {
            return options.areDecimalsNumbers()
                    ? number(field, decimal)
                    : field.put("stringValue", decimal.toPlainString());
        }
        return value instanceof byte[] bytes
                ? field.put("blobValue", Base64.getEncoder().encodeToString(bytes))
                : field.put("stringValue", value.toString());
    }

    private static ObjectNode number(ObjectNode field, BigDecimal decimal) {
        return decimal.stripTrailingZeros().scale() <= 0
                ? field.put("longValue", decimal.longValue())
                : field.put("doubleValue", decimal.doubleValue());
    }

    private ObjectNode array(Array array) throws SQLException {
        ObjectNode value = Json.object();
        String kind = kind(array.getBaseType());
        ArrayNode list = value.putArray(kind);
        try (ResultSet elements = array.getResultSet()) {
            Rows each = new Rows(elements, options, failures);
            while (elements.next()) {
                Object element = each.value(2);
                if (element instanceof Array inner) {
                    list = value.withArray("arrayValues");
                    value.remove(kind);
                    list.add(array(inner));
                } else if (element == null) {
                    list.addNull();
                } else {
                    put(Json.object(), element).elements().forEachRemaining(list::add);
                }
            }
        }
        return value;
    }

    private static String kind(int base) {
        return switch (base) {
            case Types.BIT, Types.BOOLEAN -> "booleanValues";
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> "longValues";
            case Types.REAL, Types.DOUBLE, Types.FLOAT -> "doubleValues";
            default -> "stringValues";
        };
    }

    private @Nullable Object value(int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        Object value =
                switch (type) {
                    case Types.BIT, Types.BOOLEAN -> rows.getBoolean(column);
                    case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> rows.getLong(column);
                    case Types.REAL, Types.DOUBLE, Types.FLOAT -> rows.getDouble(column);
                    case Types.NUMERIC, Types.DECIMAL -> decimal(column);
                    case Types.BINARY, Types.VARBINARY -> rows.getBytes(column);
                    case Types.ARRAY -> rows.getArray(column);
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> time(column);
                    default -> rows.getString(column);
                };
        return rows.wasNull() ? null : value;
    }

    /** NaN and the infinities are numerics of PostgreSQL and no decimals. */
    private @Nullable Object decimal(int column) throws SQLException {
        String text = rows.getString(column);
        return text == null || !Character.isDigit(text.charAt(text.length() - 1)) ? text : new BigDecimal(text);
    }

    /** The API tells times in UTC, without a zone. */
    private @Nullable String time(int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? null : text.replaceFirst("\\+00(:00)?$", "");
    }

    /** All rows as the text of a JSON array of objects. */
    String json() throws SQLException {
        ArrayNode list = Json.object().arrayNode();
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
            ObjectNode row = list.addObject();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                row.set(columns.getColumnLabel(column), plain(value(column)));
            }
        }
        String text = list.toString();
        if (text.length() > MOST_BYTES) {
            throw failures.tooLarge();
        }
        return text;
    }

    private com.fasterxml.jackson.databind.JsonNode plain(@Nullable Object value) throws SQLException {
        if (value instanceof Array array) {
            ArrayNode list = Json.object().arrayNode();
            try (ResultSet elements = array.getResultSet()) {
                Rows each = new Rows(elements, options, failures);
                while (elements.next()) {
                    list.add(plain(each.value(2)));
                }
            }
            return list;
        }
        if (value == null) {
            return NullNode.getInstance();
        }
        return Json.tree(value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value);
    }
}
