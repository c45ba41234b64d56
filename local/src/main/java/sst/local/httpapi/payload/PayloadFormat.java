package sst.local.httpapi.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How a request becomes a function's event, and a function's answer a reply
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
public sealed interface PayloadFormat permits FormatOne, FormatTwo {
    /** Reads and writes the JSON of events; numbers of answers are few and small. */
    JsonMapper JSON = JsonMapper.builder().build();

    /** The format of that version, {@code 1.0} or {@code 2.0}. */
    static PayloadFormat of(String version) {
        return version.equals("1.0") ? new FormatOne() : new FormatTwo();
    }

    /** The event as an object. */
    ObjectNode tree(Routed request);

    /** The answer; empty when the function's result cannot be one, which callers see as an internal error. */
    Optional<Answer> answer(byte[] result);

    /** The event's bytes. */
    default byte[] event(Routed request) {
        try {
            return JSON.writeValueAsBytes(tree(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
