package sst.local.httpapi.payload;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads answers that have a {@code statusCode}. */
final class Answers {
    private Answers() {}

    static Optional<Answer> of(JsonNode tree, Map<String, List<String>> headers) {
        int status = tree.path("statusCode").asInt(0);
        JsonNode body = tree.path("body");
        boolean isText = body.isMissingNode() || body.isNull() || body.isTextual();
        if (status < 100 || status > 599 || !isText) {
            return Optional.empty();
        }
        String text = body.asText("");
        try {
            byte[] bytes = tree.path("isBase64Encoded").asBoolean()
                    ? Base64.getMimeDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Answer(status, headers, bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code headers} and over them {@code multiValueHeaders}, by lower-case name. */
    static Map<String, List<String>> headers(JsonNode tree) {
        Map<String, List<String>> all = new TreeMap<>();
        tree.path("headers").properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            all.put(name, new ArrayList<>(List.of(header.getValue().asText())));
        });
        tree.path("multiValueHeaders")
                .properties()
                .forEach(header -> all.put(header.getKey().toLowerCase(Locale.ROOT), texts(header.getValue())));
        return all;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
