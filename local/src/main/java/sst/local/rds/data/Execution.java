package sst.local.rds.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import sst.local.wire.codec.Json;

/** One call's statement on one connection. */
record Execution(Connection connection, ObjectNode input, Failures failures) {
    private static final int SECONDS = 45;
    private static final int MOST_SETS = 1000;

    private NamedSql statement() {
        String text = input.path("sql").asText();
        NamedSql statement = NamedSql.of(text);
        if (text.isBlank()) {
            throw failures.unsupported("'sql' must not be empty");
        }
        if (statement.isSeveral()) {
            throw failures.unsupported("Multistatements aren't supported.");
        }
        return statement;
    }

    ObjectNode one() throws SQLException {
        NamedSql statement = statement();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            if (!input.path("continueAfterTimeout").asBoolean(false)) {
                prepared.setQueryTimeout(SECONDS);
            }
            new Binding(statement, failures).lay(prepared, input.path("parameters"));
            return prepared.execute() ? rows(prepared.getResultSet()) : changed(prepared.getUpdateCount());
        }
    }

    private static ObjectNode changed(int count) {
        ObjectNode answer = Json.object().put("numberOfRecordsUpdated", Math.max(0, count));
        answer.putArray("generatedFields");
        return answer;
    }

    private ObjectNode rows(ResultSet found) throws SQLException {
        JsonNode wanted = input.path("resultSetOptions");
        Rows rows = new Rows(
                found,
                new Rows.ResultOptions(
                        wanted.path("decimalReturnType").asText().equals("DOUBLE_OR_LONG"),
                        wanted.path("longReturnType").asText().equals("STRING")),
                failures);
        ObjectNode answer = Json.object().put("numberOfRecordsUpdated", 0);
        if (input.path("formatRecordsAs").asText().equals("JSON")) {
            return answer.put("formattedRecords", rows.json());
        }
        if (input.path("includeResultMetadata").asBoolean(false)) {
            answer.set("columnMetadata", Columns.of(found.getMetaData()));
        }
        answer.set("records", rows.records());
        return answer;
    }

    /** The statement once for each set of parameters, or once without any. */
    ObjectNode batch() throws SQLException {
        NamedSql statement = statement();
        JsonNode sets = input.path("parameterSets");
        if (sets.size() > MOST_SETS) {
            throw failures.unsupported("There are more than " + MOST_SETS + " parameter sets");
        }
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("updateResults");
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            Binding binding = new Binding(statement, failures);
            if (sets.isEmpty()) {
                prepared.execute();
                return answer;
            }
            for (JsonNode set : sets) {
                binding.lay(prepared, set);
                prepared.addBatch();
                results.addObject().putArray("generatedFields");
            }
            prepared.executeBatch();
        } catch (java.sql.BatchUpdateException failed) {
            throw failed.getNextException() == null ? failed : failed.getNextException();
        }
        return answer;
    }
}
