package sst.runner.aws;

/** Who is calling. */
public interface IdentityPort {
    /** @throws AwsFailure of kind CREDENTIALS_MISSING or CREDENTIALS_EXPIRED, within seconds */
    Caller caller();

    /**
     * The caller's account and name.
     *
     * @param account twelve digits
     */
    record Caller(String account, String arn) {}
}
