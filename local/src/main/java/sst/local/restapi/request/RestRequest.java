package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import sst.local.restapi.control.RestRecords.RestKey;
import sst.local.wire.HttpRequest;

/**
 * A request that has found its method.
 *
 * @param api the API
 * @param stage the stage's record
 * @param match the method, and the parameters of its path
 * @param http as it came
 * @param path raw, without the stage
 * @param body empty when there is none
 * @param query decoded
 * @param millis when it came, since the epoch
 */
record RestRequest(
        RestKey api,
        JsonNode stage,
        DeployedMethods.Match match,
        HttpRequest http,
        String path,
        byte[] body,
        Map<String, List<String>> query,
        long millis) {
    String stageName() {
        return stage.path("stageName").asText();
    }

    /** As policies name it: {@code arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/path}. */
    String methodArn() {
        return "arn:aws:execute-api:" + api.region() + ":000000000000:" + api.id() + "/" + stageName() + "/"
                + http.method() + path;
    }
}
