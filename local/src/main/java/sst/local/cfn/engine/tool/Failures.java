package sst.local.cfn.engine.tool;

import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.template.TemplateError;
import sst.local.wire.AwsException;

/** Says in one line why a step failed. */
public final class Failures {
    private Failures() {}

    public static String reason(RuntimeException failure) {
        if (failure instanceof EngineClosed closed) {
            throw closed;
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (failure instanceof ResourceFailure || failure instanceof TemplateError) {
            return message;
        }
        if (failure instanceof AwsException error) {
            return message + " (Status Code: " + error.status() + ", Error Code: " + error.code() + ")";
        }
        return "Internal Failure: " + failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
