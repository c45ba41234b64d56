package sst.local.postgres;

/** PostgreSQL cannot be run; the message says why and what to do. */
public final class PostgresFailure extends RuntimeException {
    PostgresFailure(String message) {
        super(message);
    }
}
