package sst.runner.deploy;

import sst.runner.aws.account.Aws;

/** The one account that a run works in. */
public interface Access {
    /** Twelve digits. */
    String account();

    /** The region for whatever does not name its own. */
    String region();

    /** The local cloud's address, null for AWS itself. */
    @org.jspecify.annotations.Nullable
    String endpoint();

    /** The services of a region, with the caller's own rights. */
    Aws in(String region);
}
