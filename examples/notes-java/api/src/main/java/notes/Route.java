package notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A route: what it returns is answered as JSON, a Refused with its status, anything else it throws with 500. */
public abstract class Route implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final JsonMapper JSON = new JsonMapper();

    private final int status;

    Route(int status) {
        this.status = status;
    }

    /** The body of the answer; null for none. */
    abstract Object answer(APIGatewayV2HTTPEvent request);

    @Override
    public final APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent request, Context context) {
        try {
            return response(status, answer(request));
        } catch (Refused refused) {
            return response(refused.status(), Map.of("error", refused.getMessage()));
        }
    }

    private static APIGatewayV2HTTPResponse response(int status, Object body) {
        var response = APIGatewayV2HTTPResponse.builder().withStatusCode(status);
        if (body != null) {
            response.withHeaders(Map.of("content-type", "application/json")).withBody(text(body));
        }
        return response.build();
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(APIGatewayV2HTTPEvent request) {
        return request.getPathParameters().get("id");
    }

    static JsonNode body(APIGatewayV2HTTPEvent request) {
        String body = request.getBody() == null ? "" : request.getBody();
        if (request.getIsBase64Encoded()) {
            body = new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8);
        }
        try {
            JsonNode value = JSON.readTree(body);
            if (!value.isObject()) {
                throw new Refused(400, value.isMissingNode() ? "the body is not JSON" : "the body is not a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Refused(400, "the body is not JSON");
        }
    }
}
