package sst.local.rds.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import sst.local.wire.CallContext;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.RestRoute;
import sst.local.wire.codec.Json;

/**
 * The RDS Data API.
 * See https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/
 */
public final class DataApi implements AutoCloseable {
    private final Databases databases;
    private final Transactions transactions;

    /** The API over these databases. */
    public DataApi(Clock clock, Databases databases) {
        this.databases = databases;
        this.transactions = new Transactions(clock);
    }

    /** How it is called. */
    public Endpoint endpoint() {
        return new Endpoint.Rest(
                "rds-data",
                List.of(
                        route("/Execute", "ExecuteStatement", this::execute),
                        route("/BatchExecute", "BatchExecuteStatement", this::batch),
                        route("/BeginTransaction", "BeginTransaction", this::begin),
                        route("/CommitTransaction", "CommitTransaction", this::commit),
                        route("/RollbackTransaction", "RollbackTransaction", this::rollback)));
    }

    private static RestRoute route(String path, String name, Operation operation) {
        return new RestRoute("POST", path, name, 200, Operation.waiting(operation));
    }

    /** What a call does on a connection. */
    private interface Work {
        ObjectNode on(Connection connection, Failures failures) throws SQLException;
    }

    private ObjectNode execute(ObjectNode input, CallContext context) {
        return run(input, context, (connection, failures) -> new Execution(connection, input, failures).one());
    }

    /** Without a transaction of the caller's, a batch is one by itself. */
    private ObjectNode batch(ObjectNode input, CallContext context) {
        return run(input, context, (connection, failures) -> {
            boolean isOwn = connection.getAutoCommit();
            connection.setAutoCommit(false);
            ObjectNode answer = new Execution(connection, input, failures).batch();
            if (isOwn) {
                connection.commit();
            }
            return answer;
        });
    }

    private ObjectNode run(ObjectNode input, CallContext context, Work work) {
        Databases.Target target = databases.target(input, context);
        String id = input.path("transactionId").asText();
        try {
            if (id.isEmpty()) {
                try (Connection connection = target.login().open()) {
                    return work.on(connection, target.failures());
                }
            }
            Transactions.Open transaction = transactions.use(id);
            if (transaction == null) {
                throw target.failures().noTransaction(id);
            }
            if (input.has("database")
                    && !transaction
                            .login()
                            .database()
                            .equals(input.path("database").asText())) {
                throw target.failures().otherDatabase();
            }
            synchronized (transaction) {
                return work.on(transaction.connection(), target.failures());
            }
        } catch (SQLException refused) {
            throw target.failures().of(refused);
        }
    }

    private ObjectNode begin(ObjectNode input, CallContext context) {
        Databases.Target target = databases.target(input, context);
        try {
            return Json.object().put("transactionId", transactions.begin(target.login()));
        } catch (SQLException refused) {
            throw target.failures().of(refused);
        }
    }

    private ObjectNode commit(ObjectNode input, CallContext context) {
        return end(input, context, Connection::commit, "Transaction Committed");
    }

    private ObjectNode rollback(ObjectNode input, CallContext context) {
        return end(input, context, Connection::rollback, "Rollback Complete");
    }

    /** How a transaction ends. */
    private interface Ending {
        void of(Connection connection) throws SQLException;
    }

    private ObjectNode end(ObjectNode input, CallContext context, Ending ending, String status) {
        Failures failures = databases.failures(input, context);
        String id = input.path("transactionId").asText();
        Transactions.Open transaction = transactions.end(id);
        if (transaction == null) {
            throw failures.noTransaction(id);
        }
        synchronized (transaction) {
            try (Connection connection = transaction.connection()) {
                ending.of(connection);
                return Json.object().put("transactionStatus", status);
            } catch (SQLException refused) {
                throw failures.of(refused);
            }
        }
    }

    @Override
    public void close() {
        transactions.close();
    }
}
