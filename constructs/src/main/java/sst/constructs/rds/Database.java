package sst.constructs.rds;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.Endpoint;
import software.amazon.awscdk.services.rds.IDatabaseCluster;
import software.amazon.awscdk.services.rds.IServerlessCluster;
import software.amazon.awscdk.services.rds.ServerlessCluster;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.IConstruct;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * A cluster of either generation, for what the rest asks of it.
 *
 * @param cluster the CDK's object
 * @param arn the cluster's ARN
 * @param identifier the cluster's identifier
 * @param endpoint asked only when it is needed, for an imported cluster may have none
 * @param secret the secret with user and password
 */
public record Database(IConstruct cluster, String arn, String identifier, Supplier<Endpoint> endpoint, ISecret secret) {

    /** A cluster and the secret that goes with it. */
    static Database of(Object cluster, @Nullable ISecret secret) {
        if (cluster instanceof IServerlessCluster v1) {
            return new Database(
                    v1, v1.getClusterArn(), v1.getClusterIdentifier(), v1::getClusterEndpoint, known(secret));
        }
        if (cluster instanceof IDatabaseCluster v2) {
            return new Database(
                    v2, v2.getClusterArn(), v2.getClusterIdentifier(), v2::getClusterEndpoint, known(secret));
        }
        throw Errors.of(Code.WRONG_TYPE, "'cdk.cluster' returns no cluster: " + cluster)
                .asError();
    }

    static Database of(ServerlessCluster cluster) {
        return of(cluster, cluster.getSecret());
    }

    static Database of(DatabaseCluster cluster) {
        return of(cluster, cluster.getSecret());
    }

    private static ISecret known(@Nullable ISecret secret) {
        if (secret == null) {
            throw Errors.of(Code.MISSING_PROP, "a cluster of your own needs 'cdk.secret'")
                    .hint("write cdk { secret { scope -> Secret.fromSecretCompleteArn(scope, 'Secret', '…') } }")
                    .subject("secret")
                    .asError();
        }
        return secret;
    }
}
