package sst.local.rds.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.util.PGobject;

/**
 * Lays parameters into a statement, each with the type that its field and hint say.
 *
 * @see <a href="https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_SqlParameter.html">AWS</a>
 */
record Binding(NamedSql statement, Failures failures) {
    private static final Map<String, String> HINTS = Map.of(
            "DATE",
            "date",
            "DECIMAL",
            "numeric",
            "JSON",
            "json",
            "TIME",
            "time",
            "TIMESTAMP",
            "timestamp",
            "UUID",
            "uuid");

    void lay(PreparedStatement prepared, JsonNode parameters) throws SQLException {
        Map<String, JsonNode> given = new HashMap<>();
        parameters.forEach(parameter -> given.put(parameter.path("name").asText(), parameter));
        List<String> names = statement.names();
        for (int at = 0; at < names.size(); at++) {
            JsonNode parameter = given.get(names.get(at));
            if (parameter == null) {
                throw failures.unsupported("Cannot find parameter: " + names.get(at));
            }
            set(prepared, at + 1, parameter);
        }
    }

    private void set(PreparedStatement prepared, int at, JsonNode parameter) throws SQLException {
        JsonNode value = parameter.path("value");
        if (value.path("isNull").asBoolean(false)) {
            prepared.setNull(at, Types.NULL);
        } else if (value.has("booleanValue")) {
            prepared.setBoolean(at, value.path("booleanValue").asBoolean());
        } else if (value.has("longValue")) {
            prepared.setLong(at, value.path("longValue").asLong());
        } else if (value.has("doubleValue")) {
            prepared.setDouble(at, value.path("doubleValue").asDouble());
        } else if (value.has("blobValue")) {
            prepared.setBytes(
                    at, Base64.getDecoder().decode(value.path("blobValue").asText()));
        } else if (value.has("stringValue")) {
            setText(prepared, at, parameter);
        } else if (value.has("arrayValue")) {
            throw failures.unsupported("Array parameters are not supported.");
        } else {
            throw failures.unsupported("The value of parameter "
                    + parameter.path("name").asText() + " has none of the fields that a value may have");
        }
    }

    private void setText(PreparedStatement prepared, int at, JsonNode parameter) throws SQLException {
        String text = parameter.path("value").path("stringValue").asText();
        String hint = parameter.path("typeHint").asText();
        if (hint.isEmpty()) {
            prepared.setString(at, text);
            return;
        }
        String type = HINTS.get(hint.toUpperCase(Locale.ROOT));
        if (type == null) {
            throw failures.unsupported("Value '" + hint + "' at 'typeHint' failed to satisfy constraint: Member must"
                    + " satisfy enum value set: [JSON, UUID, TIMESTAMP, DATE, TIME, DECIMAL]");
        }
        PGobject object = new PGobject();
        object.setType(type);
        object.setValue(text);
        prepared.setObject(at, object);
    }
}
