package sst.local.rds.data;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sst.local.background.Repeated;

/** Transactions that calls have begun; one that nobody uses for three minutes is rolled back. */
final class Transactions implements AutoCloseable {
    private static final long IDLE_MILLIS = 180_000;
    private static final long TICK_MILLIS = 5_000;
    private static final int ID_BYTES = 96;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Repeated expiry;

    Transactions(Clock clock) {
        this.clock = clock;
        this.expiry = new Repeated("rds-transactions", TICK_MILLIS, this::expire);
    }

    /** A transaction under way; calls in it take turns. */
    static final class Open {
        private final Login login;
        private final Connection connection;
        private volatile long usedAt;

        private Open(Login login, Connection connection, long usedAt) {
            this.login = login;
            this.connection = connection;
            this.usedAt = usedAt;
        }

        Connection connection() {
            return connection;
        }

        Login login() {
            return login;
        }
    }

    String begin(Login login) throws SQLException {
        Connection connection = login.open();
        connection.setAutoCommit(false);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String text = Base64.getEncoder().encodeToString(id);
        open.put(text, new Open(login, connection, clock.millis()));
        return text;
    }

    @Nullable
    Open use(String id) {
        Open transaction = open.get(id);
        if (transaction != null) {
            transaction.usedAt = clock.millis();
        }
        return transaction;
    }

    /** Takes a transaction that ends; its connection is the caller's to close. */
    @Nullable
    Open end(String id) {
        return open.remove(id);
    }

    private void expire() {
        long before = clock.millis() - IDLE_MILLIS;
        open.forEach((id, transaction) -> {
            if (transaction.usedAt < before && open.remove(id, transaction)) {
                discard(transaction);
            }
        });
    }

    /** A connection that closes rolls back. */
    private static void discard(Open transaction) {
        try {
            transaction.connection.close();
        } catch (SQLException gone) {
            System.getLogger(Transactions.class.getName()).log(System.Logger.Level.DEBUG, "already closed", gone);
        }
    }

    @Override
    public void close() {
        expiry.close();
        open.values().forEach(Transactions::discard);
        open.clear();
    }
}
