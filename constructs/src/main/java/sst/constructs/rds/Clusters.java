package sst.constructs.rds;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsFromUsernameOptions;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.rds.RdsProps;
import sst.model.rds.Serverless;
import sst.model.value.CdkOverride;

/** The cluster of a database: made with the user's props over SST's, or given by closures. */
record Clusters(Spot spot, RdsProps props) {
    private static final List<String> OURS = List.of("engine", "defaultDatabaseName", "scaling");
    private static final String DATA_API = "enableDataApi";
    private static final String CREDENTIALS = "credentials";

    Database database() {
        CdkOverride cluster = CdkProps.of(props.cdk(), "cluster");
        CdkProps cdk = new CdkProps(spot.site().values());
        Optional<Object> given = cdk.given(cluster, spot.scope(), Object.class);
        if (given.isPresent()) {
            return Database.of(
                    given.get(),
                    cdk.given(CdkProps.of(props.cdk(), "secret"), spot.scope(), ISecret.class)
                            .orElse(null));
        }
        refuse(cluster.props());
        Map<String, Object> own = withCredentials(cluster.props());
        return props.serverless() == Serverless.V2
                ? Database.of(new ServerlessV2(spot, props).make(own))
                : Database.of(new ServerlessV1(spot, props).make(own));
    }

    private static void refuse(Map<String, Object> own) {
        OURS.stream().filter(own::containsKey).findFirst().ifPresent(key -> {
            throw Errors.of(Code.CONFLICT, "'cdk.cluster' cannot set '" + key + "'")
                    .hint("write " + key + " beside cdk")
                    .subject(key)
                    .asError();
        });
        if (Boolean.FALSE.equals(own.get(DATA_API))) {
            throw Errors.of(Code.CONFLICT, "'cdk.cluster' cannot turn off '" + DATA_API + "'")
                    .hint("leave it out: migrations and bound functions need the Data API")
                    .subject(DATA_API)
                    .asError();
        }
    }

    /** The Data API knows users by secrets, so a password in the config would be of no use. */
    private Map<String, Object> withCredentials(Map<String, Object> own) {
        Object written = spot.site().values().deep(own.getOrDefault(CREDENTIALS, Map.of()));
        boolean hasPassword = written instanceof Map<?, ?> map
                ? map.containsKey("password")
                : written instanceof Credentials credentials && credentials.getPassword() != null;
        if (hasPassword) {
            throw Errors.of(Code.CONFLICT, "'cdk.cluster.credentials' cannot have a password of its own")
                    .hint("write credentials username: 'admin'; the password is made and kept in Secrets Manager")
                    .subject(CREDENTIALS)
                    .asError();
        }
        if (!(written instanceof Map<?, ?> map) || map.isEmpty()) {
            return own;
        }
        Map<String, Object> options = new LinkedHashMap<>();
        map.forEach((key, value) -> options.put(String.valueOf(key), value));
        String user = String.valueOf(options.remove("username"));
        CredentialsFromUsernameOptions.Builder builder = CredentialsFromUsernameOptions.builder();
        Map<String, Object> all = new LinkedHashMap<>(own);
        all.put(
                CREDENTIALS,
                Credentials.fromUsername(
                        user, Resource.with(spot, builder, options).build()));
        return all;
    }

    /** Where clusters of both generations stand: in a VPC of their own without a way out, unless the user gives one. */
    static Map<String, Object> placed(Spot spot, RdsProps props, Map<String, Object> own) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("clusterIdentifier", spot.site().prefixed(spot.id()));
        all.putAll(own);
        all.put("defaultDatabaseName", spot.site().values().text(requireNonNull(props.defaultDatabaseName())));
        all.put(DATA_API, true);
        if (!own.containsKey("vpc")) {
            all.put(
                    "vpc",
                    Vpc.Builder.create(spot.scope(), "vpc").natGateways(0).build());
            all.put(
                    "vpcSubnets",
                    SubnetSelection.builder()
                            .subnetType(SubnetType.PRIVATE_ISOLATED)
                            .build());
        }
        return all;
    }
}
