package sst.local.cfn.api;

import sst.local.wire.AwsException;

/** AWS's errors of this service. */
final class Problems {
    private Problems() {}

    static AwsException invalid(String text) {
        return new AwsException(400, "ValidationError", text);
    }

    static AwsException exists(String text) {
        return new AwsException(400, "AlreadyExistsException", text);
    }

    static AwsException noChangeSet(String name) {
        return new AwsException(404, "ChangeSetNotFound", "ChangeSet [" + name + "] does not exist");
    }
}
