package sst.local.lambda.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Supplier;
import sst.local.cfn.resource.ResourceFailure;
import sst.local.cfn.resource.ResourceRequest;
import sst.local.wire.AwsException;

/** Calls of the control plane as CloudFormation sees them. */
final class Calls {
    private Calls() {}

    /** The call's answer, or its fault as the resource's failure. */
    static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsException e) {
            throw new ResourceFailure(
                    e.text() + " (Service: Lambda, Status Code: " + e.status() + ", Error Code: " + e.code() + ")");
        }
    }

    /** Deletes; what is not there is no failure. */
    static void gone(Runnable call) {
        try {
            call.run();
        } catch (AwsException e) {
            if (e.status() != 404) {
                throw new ResourceFailure(e.text());
            }
        }
    }

    static boolean isFault(AwsException e, String code) {
        return e.code().equals(code);
    }

    static JsonNode text(String value) {
        return TextNode.valueOf(value);
    }

    /** The properties as a call's input, which may be changed. */
    static ObjectNode input(ResourceRequest request) {
        return request.properties().deepCopy();
    }
}
