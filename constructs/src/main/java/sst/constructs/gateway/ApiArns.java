package sst.constructs.gateway;

import java.util.List;
import software.amazon.awscdk.Stack;
import sst.constructs.construct.Grant;

/**
 * The names by which others reach a deployed API of any kind, and what they may do with it.
 *
 * @param stack the API's stack
 * @param apiId the API's id
 */
public record ApiArns(Stack stack, String apiId) {
    /** Where AWS serves it; stages follow. */
    public String host() {
        return apiId + ".execute-api." + stack.getRegion() + ".amazonaws.com";
    }

    /**
     * The ARN by which API Gateway manages it.
     *
     * @param collection {@code apis} or {@code restapis}
     */
    public String managed(String collection) {
        return "arn:" + stack.getPartition() + ":apigateway:" + stack.getRegion() + "::/" + collection + "/" + apiId;
    }

    /** To call every route. */
    public Grant invoke() {
        return Grant.allow(List.of("execute-api:Invoke"), List.of(executed() + "/*"));
    }

    /** To send to every connection of a WebSocket API. */
    public Grant manageConnections() {
        return Grant.allow(List.of("execute-api:ManageConnections"), List.of(connections()));
    }

    /** The ARN of every connection of a WebSocket API. */
    public String connections() {
        return executed() + "/*/*/@connections/*";
    }

    private String executed() {
        return "arn:" + stack.getPartition() + ":execute-api:" + stack.getRegion() + ":" + stack.getAccount() + ":"
                + apiId;
    }
}
