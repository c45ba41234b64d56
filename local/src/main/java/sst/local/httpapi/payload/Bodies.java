package sst.local.httpapi.payload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Lays a request's body into an event: text as it is, everything else in base64. */
final class Bodies {
    private Bodies() {}

    static void lay(ObjectNode event, Routed.Http http) {
        boolean isText = isText(http.header("content-type").toLowerCase(Locale.ROOT), http.body());
        event.put(
                "body",
                isText
                        ? new String(http.body(), StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(http.body()));
        event.put("isBase64Encoded", !isText);
    }

    /** Form posts are base64 too, as on AWS. */
    private static boolean isText(String type, byte[] body) {
        boolean mayBeText = type.isEmpty()
                || type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript")
                || type.matches("[^;]+\\+(json|xml)(;.*)?");
        return mayBeText && isUtf8(body);
    }

    private static boolean isUtf8(byte[] body) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
