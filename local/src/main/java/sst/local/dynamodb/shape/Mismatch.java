package sst.local.dynamodb.shape;

import com.fasterxml.jackson.databind.JsonNode;
import sst.local.dynamodb.request.JsonShape;
import sst.local.dynamodb.request.Rejection;
import sst.local.wire.AwsException;

/** How the front end says that a value is of another type. */
final class Mismatch {
    static final String STRUCTURE = "Start of structure or map found where not expected";
    private static final String CAST =
            "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast"
                    + " to class java.lang.Class (sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and"
                    + " java.lang.Class are in module java.base of loader 'bootstrap')";

    private Mismatch() {}

    static AwsException of(String text) {
        return Rejection.serialization(text);
    }

    /** A scalar where a list or map belongs. */
    static AwsException ofField(Shape.Place place) {
        return of(place == Shape.Place.MEMBER ? "Unexpected field type" : CAST);
    }

    static void refuseStructures(JsonNode json, String wanted) {
        if (json.isObject()) {
            throw of(STRUCTURE);
        }
        if (json.isArray()) {
            throw of("Unrecognized collection type " + wanted);
        }
    }

    static void unlessNull(JsonNode json, Shape shape, Shape.Place place) {
        if (!json.isNull()) {
            shape.check(json, place);
        }
    }

    static String token(JsonNode json) {
        return JsonShape.name(json);
    }
}
