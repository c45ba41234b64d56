package sst.local.restapi.resource;

import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.wire.AwsException;

/** Calls of the control plane as CloudFormation sees them. */
final class RestCalls {
    private RestCalls() {}

    static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException refused) {
            throw new ResourceFailure(refused.text() + " (Service: ApiGateway, Status Code: " + refused.status()
                    + ", Error Code: " + refused.code() + ")");
        }
    }

    /** Deletes; what is not there is no failure. */
    static void gone(Runnable call) {
        try {
            call.run();
        } catch (AwsException refused) {
            if (refused.status() != 404) {
                throw new ResourceFailure(refused.text());
            }
        }
    }
}
