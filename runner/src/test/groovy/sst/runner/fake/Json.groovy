package sst.runner.fake

import com.fasterxml.jackson.databind.json.JsonMapper

/** Maps and lists of a test as JSON text, and back. */
class Json {
    private static final JsonMapper MAPPER = new JsonMapper()

    static String text(Object value) {
        MAPPER.writeValueAsString(plain(value))
    }

    static Map map(String text) {
        MAPPER.readValue(text, Map)
    }

    private static Object plain(Object value) {
        switch (value) {
            case Map: return (value as Map).collectEntries { k, v -> [k as String, plain(v)] }
            case Collection: return (value as Collection).collect { plain(it) }
            case GString: return value.toString()
            default: return value
        }
    }
}
