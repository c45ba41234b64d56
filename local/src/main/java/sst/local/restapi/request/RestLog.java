package sst.local.restapi.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.httpapi.payload.Answer;
import sst.local.port.LogSink;
import sst.local.port.LogSink.LogStream;

/** Writes the access logs of stages, each line in its stage's format with {@code $context.…} laid in. */
record RestLog(LogSink sink) {
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.([A-Za-z0-9.]+)");
    private static final Pattern GROUP = Pattern.compile(":log-group:([^:]+)");

    void write(RestRequest request, Answer answer) {
        JsonNode settings = request.stage().path("accessLogSettings");
        Matcher group = GROUP.matcher(settings.path("destinationArn").asText(""));
        if (!group.find()) {
            return;
        }
        ObjectNode values = RestEvents.context(request);
        values.put("status", answer.status()).put("responseLength", answer.body().length);
        String line = VARIABLE.matcher(settings.path("format").asText("")).replaceAll(name -> {
            JsonNode value = values.at("/" + name.group(1).replace('.', '/'));
            return Matcher.quoteReplacement(value.isValueNode() && !value.isNull() ? value.asText() : "-");
        });
        String stream = request.api().id() + "/" + request.stageName();
        sink.append(new LogStream(request.api().region(), group.group(1), stream), request.millis(), line + "\n");
    }
}
