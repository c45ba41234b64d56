package sst.local.dynamodb.partiql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import sst.local.dynamodb.query.SelectPages.Place;
import sst.local.dynamodb.request.Rejection;
import sst.local.dynamodb.row.Row;
import sst.local.dynamodb.value.ValueReader;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Where a select goes on, as text that is good for the same statement only. */
final class NextToken {
    private NextToken() {}

    static String write(Place place, String statement) {
        ObjectNode json = Json.object().put("of", mark(statement)).put("range", place.range());
        if (place.after() != null) {
            json.set("after", Row.wire(place.after()));
        }
        return Base64.getEncoder().encodeToString(Json.write(json));
    }

    static Place read(Optional<String> token, String statement) {
        return token.map(text -> read(text, statement)).orElse(Place.START);
    }

    private static Place read(String token, String statement) {
        try {
            ObjectNode json = Json.read(Base64.getDecoder().decode(token));
            if (json.path("of").asLong() == mark(statement)) {
                return new Place(
                        json.path("range").asInt(), json.has("after") ? ValueReader.item(json.path("after")) : null);
            }
        } catch (IllegalArgumentException | AwsException foreign) {
            throw Rejection.validation("Given NextToken is invalid: " + foreign.getMessage());
        }
        throw Rejection.validation("NextToken does not match request");
    }

    private static long mark(String statement) {
        CRC32 crc = new CRC32();
        crc.update(statement.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
