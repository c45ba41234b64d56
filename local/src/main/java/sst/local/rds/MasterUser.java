package sst.local.rds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.rds.data.Login;

/** What is done as a cluster's master user, who locally may do everything. */
record MasterUser(Clusters clusters) {
    private static final String FIRST = "postgres";

    String name(ObjectNode properties) {
        String name = properties.path("MasterUsername").asText();
        if (name.isEmpty()) {
            throw new ResourceFailure("The parameter MasterUsername must be provided.");
        }
        return name;
    }

    String password(ObjectNode properties) {
        String password = properties.path("MasterUserPassword").asText();
        if (password.isEmpty()) {
            throw new ResourceFailure("The parameter MasterUserPassword must be provided.");
        }
        return password;
    }

    void makeDatabase(Cluster cluster, ObjectNode properties) throws SQLException {
        String database = properties.path("DatabaseName").asText();
        if (database.isEmpty() || database.equals(FIRST)) {
            return;
        }
        try (Connection connection = open(cluster, properties)) {
            if (!has(connection, database)) {
                run(connection, "create database " + quoted(connection, database));
            }
        }
    }

    private static boolean has(Connection connection, String database) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            asked.setString(1, database);
            try (ResultSet found = asked.executeQuery()) {
                return found.next();
            }
        }
    }

    void change(Cluster cluster, ObjectNode before, ObjectNode properties) throws SQLException {
        String password = password(properties);
        if (password.equals(password(before))) {
            return;
        }
        try (Connection connection = open(cluster, before);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + quoted(connection, name(properties)) + " password "
                    + statement.enquoteLiteral(password));
        }
    }

    private Connection open(Cluster cluster, ObjectNode properties) throws SQLException {
        return new Login(clusters.start(cluster), FIRST, name(properties), password(properties)).open();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }
}
