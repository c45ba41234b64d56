package sst.client;

/**
 * Where a handler finds what is bound to it: {@code Resource.table("Notes").tableName()}.
 *
 * <p>The values come from the environment of the function. What is not bound is refused with an
 * {@link UnboundException} that names what is.
 */
public final class Resource {

    private Resource() {}

    public static TableResource table(String id) {
        return new TableResource(value("Table", id, "tableName"));
    }

    public static FunctionResource function(String id) {
        return new FunctionResource(value("Function", id, "functionName"));
    }

    public static ApiResource api(String id) {
        return new ApiResource(value("Api", id, "url"));
    }

    public static AppSyncApiResource appSyncApi(String id) {
        return new AppSyncApiResource(value("AppSyncApi", id, "url"));
    }

    public static AuthResource auth(String id) {
        return new AuthResource(value("Auth", id, "publicKey"));
    }

    public static BucketResource bucket(String id) {
        return new BucketResource(value("Bucket", id, "bucketName"));
    }

    public static RdsResource rds(String id) {
        return new RdsResource(
                value("RDS", id, "clusterArn"), value("RDS", id, "secretArn"), value("RDS", id, "defaultDatabaseName"));
    }

    public static StateMachineResource stateMachine(String id) {
        return new StateMachineResource(value("StateMachine", id, "stateMachineArn"));
    }

    /**
     * One property of any bound construct, for types that have no method here.
     *
     * @param type the construct's class as SST writes it, such as {@code RDS}
     * @param id the construct's id in the config
     * @param property the bound property, such as {@code secretArn}
     */
    public static String value(String type, String id, String property) {
        return Bindings.ofThisFunction().value(new Binding(type, id, property));
    }
}
