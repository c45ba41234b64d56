package sst.local.scheduler;

import sst.local.wire.AwsException;

/** Scheduler's errors. See https://docs.aws.amazon.com/scheduler/latest/APIReference/CommonErrors.html */
final class SchedulerFault {
    private SchedulerFault() {}

    static AwsException invalid(String text) {
        return new AwsException(400, "ValidationException", text);
    }

    static AwsException unsupported(String what) {
        return invalid(what + " is not supported by the local cloud");
    }

    static AwsException missing(String what) {
        return new AwsException(404, "ResourceNotFoundException", what + " does not exist.");
    }

    static AwsException exists(String what) {
        return new AwsException(409, "ConflictException", what + " already exists.");
    }
}
