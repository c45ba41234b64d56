package sst.local.rds.data;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import sst.local.wire.AwsException;

/**
 * The Data API's errors. Serverless v1 has one for all that is wrong with a call; since then each has its own.
 *
 * @param isV1 whether the cluster is Serverless v1
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.troubleshooting.html">AWS</a>
 */
record Failures(boolean isV1) {
    private static final String BAD_REQUEST = "BadRequestException";

    private AwsException of(String code, String message) {
        return new AwsException(400, isV1 ? BAD_REQUEST : code, message);
    }

    AwsException secret(String arn) {
        String why = "Secrets Manager can't find the specified secret.";
        return of("SecretsErrorException", isV1 ? "Error fetching secret " + arn + " : " + why : why);
    }

    AwsException invalidSecret() {
        return of("InvalidSecretException", "The secret has no username and password in JSON.");
    }

    AwsException noEndpoint(String cluster) {
        return of(
                "HttpEndpointNotEnabledException",
                isV1
                        ? "HttpEndpoint is not enabled for cluster " + cluster + ". Please refer to"
                                + " https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html"
                        : "HTTP endpoint is not enabled for cluster " + cluster);
    }

    AwsException noTransaction(String id) {
        return of("TransactionNotFoundException", "Transaction " + id + " is not found");
    }

    AwsException otherDatabase() {
        return of(BAD_REQUEST, "Database name is not the same as transaction's database");
    }

    AwsException tooLarge() {
        return of("UnsupportedResultException", "Database returned more than the allowed response size limit");
    }

    AwsException unsupported(String what) {
        return of(isV1 ? BAD_REQUEST : "ValidationException", what);
    }

    AwsException of(SQLException error) {
        String state = "; SQLState: " + error.getSQLState();
        if (isV1) {
            return new AwsException(400, BAD_REQUEST, error.getMessage() + state);
        }
        ServerErrorMessage server = error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        if (server == null) {
            return new AwsException(400, "DatabaseErrorException", error.getMessage() + state);
        }
        StringBuilder text = new StringBuilder();
        text.append(server.getSeverity()).append(": ").append(server.getMessage());
        add(text, "Detail", server.getDetail());
        add(text, "Hint", server.getHint());
        add(text, "Position", server.getPosition() == 0 ? null : String.valueOf(server.getPosition()));
        return new AwsException(400, "DatabaseErrorException", text + state);
    }

    private static void add(StringBuilder text, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            text.append("; ").append(name).append(": ").append(value);
        }
    }
}
