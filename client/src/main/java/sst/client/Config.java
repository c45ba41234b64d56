package sst.client;

/** Where a handler finds its parameters and secrets: {@code Config.secret("STRIPE_KEY")}. */
public final class Config {

    private Config() {}

    public static String parameter(String id) {
        return Resource.value("Parameter", id, "value");
    }

    /** Read from SSM at the first use, together with every other secret of the function. */
    public static String secret(String id) {
        return Resource.value("Secret", id, "value");
    }

    /** The name of the app, the same in every stage. */
    public static String app() {
        return Bindings.ofThisFunction().setting("SST_APP");
    }

    public static String stage() {
        return Bindings.ofThisFunction().setting("SST_STAGE");
    }
}
