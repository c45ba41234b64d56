package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.httpapi.payload.Answer;

/**
 * A mock integration: the request template names a status, and the integration response of that status is the answer.
 * See https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
final class Mock {
    private static final Pattern STATUS = Pattern.compile("\"?statusCode\"?\\s*:\\s*\"?(\\d{3})");
    private static final String HEADER = "method.response.header.";

    private Mock() {}

    /** The answer; empty when no response is there for it, which is an error on AWS too. */
    static Optional<Answer> answer(JsonNode integration) {
        String template =
                integration.path("requestTemplates").path("application/json").asText("");
        Matcher status = STATUS.matcher(template);
        if (!status.find()) {
            return Optional.empty();
        }
        return response(integration.path("integrationResponses"), status.group(1))
                .map(Mock::read);
    }

    /** The one whose selection pattern takes the status, or else the one without a pattern. */
    private static Optional<JsonNode> response(JsonNode responses, String status) {
        JsonNode usual = null;
        for (JsonNode response : responses) {
            String pattern = response.path("selectionPattern").asText("");
            if (!pattern.isEmpty() && status.matches(pattern)) {
                return Optional.of(response);
            }
            if (pattern.isEmpty()) {
                usual = response;
            }
        }
        return Optional.ofNullable(usual);
    }

    private static Answer read(JsonNode response) {
        Map<String, List<String>> headers = new TreeMap<>();
        headers.put("content-type", List.of("application/json"));
        response.path("responseParameters").properties().forEach(each -> {
            if (each.getKey().startsWith(HEADER)) {
                headers.put(
                        each.getKey().substring(HEADER.length()).toLowerCase(java.util.Locale.ROOT),
                        List.of(unquoted(each.getValue())));
            }
        });
        String body =
                response.path("responseTemplates").path("application/json").asText("");
        return new Answer(response.path("statusCode").asInt(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Fixed values stand between single quotes. */
    static String unquoted(JsonNode value) {
        return value.asText().replaceAll("^'|'$", "");
    }
}
