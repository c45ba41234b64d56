package sst.local.rds.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A way into a database of this machine.
 *
 * @param port of its server on 127.0.0.1
 * @param database its name
 * @param user who comes
 * @param password the user's
 */
public record Login(int port, String database, String user, String password) {
    /** A new connection. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "sst local");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("options", "-c timezone=UTC -c datestyle=ISO");
        Connection connection =
                new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + escaped(database), properties);
        if (connection == null) {
            throw new SQLException("no way to database " + database);
        }
        return connection;
    }

    private static String escaped(String name) {
        return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @Override
    public String toString() {
        return user + " in " + database + " on port " + port;
    }
}
