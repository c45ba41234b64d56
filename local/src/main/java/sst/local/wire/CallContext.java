package sst.local.wire;

/**
 * The surroundings of one call.
 *
 * @param region from the SigV4 scope, or {@code us-east-1} for unsigned calls
 * @param account always {@link #ACCOUNT} in the local cloud
 * @param requestId a fresh UUID, also sent back to the caller
 * @param endpoint the gateway's own address, such as {@code http://127.0.0.1:4566}
 */
public record CallContext(String region, String account, String requestId, String endpoint) {
    /** The account that every ARN of the local cloud names. */
    public static final String ACCOUNT = "000000000000";

    /** The ARN of a resource of this account and region. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
