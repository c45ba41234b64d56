package sst.local.cfn.api.call;

import sst.local.wire.AwsException;

/** AWS's errors of this service. */
public final class Problems {
    private Problems() {}

    public static AwsException invalid(String text) {
        return new AwsException(400, "ValidationError", text);
    }

    public static AwsException exists(String text) {
        return new AwsException(400, "AlreadyExistsException", text);
    }

    public static AwsException noChangeSet(String name) {
        return new AwsException(404, "ChangeSetNotFound", "ChangeSet [" + name + "] does not exist");
    }
}
