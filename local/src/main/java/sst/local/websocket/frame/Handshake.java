package sst.local.websocket.frame;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The request that asks for a WebSocket (https://www.rfc-editor.org/rfc/rfc6455#section-4.2).
 *
 * @param method upper case
 * @param path raw, without the query
 * @param query raw; empty when there is none
 * @param headers by lower-case name
 */
public record Handshake(String method, String path, String query, Map<String, List<String>> headers) {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST = 16 * 1024;

    public Handshake {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads a request's head.
     *
     * @throws IOException when it is none, or too long
     */
    public static Handshake read(InputStream in) throws IOException {
        String[] lines = head(in).split("\r\n");
        String[] start = lines[0].split(" ");
        if (start.length != 3 || !start[2].startsWith("HTTP/1.") || !start[1].startsWith("/")) {
            throw new IOException("not an HTTP request");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (int at = 1; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            if (colon <= 0) {
                throw new IOException("not a header");
            }
            headers.computeIfAbsent(lines[at].substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(lines[at].substring(colon + 1).trim());
        }
        int query = start[1].indexOf('?');
        String path = query < 0 ? start[1] : start[1].substring(0, query);
        return new Handshake(start[0], path, query < 0 ? "" : start[1].substring(query + 1), headers);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ended = 0;
        while (ended < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the request broke off");
            }
            head.write(next);
            if (head.size() > LONGEST) {
                throw new IOException("the request is too long");
            }
            ended = next == "\r\n\r\n".charAt(ended) ? ended + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Whether it asks for a WebSocket that this server can speak. */
    public boolean isUpgrade() {
        return method.equals("GET")
                && header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent()
                && header("sec-websocket-version").filter("13"::equals).isPresent()
                && header("sec-websocket-key").isPresent();
    }

    /** The answer that opens the WebSocket, with further headers. */
    public byte[] accepted(Map<String, String> more) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n")
                .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ")
                .append(key())
                .append("\r\n");
        more.forEach((name, value) -> answer.append(name)
                .append(": ")
                .append(value.replaceAll("[\r\n]", ""))
                .append("\r\n"));
        return answer.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String key() {
        try {
            byte[] text = (header("sec-websocket-key").orElse("") + MAGIC).getBytes(StandardCharsets.ISO_8859_1);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An answer that refuses, after which the connection ends. */
    public static byte[] refused(int status, byte[] json) {
        String head = "HTTP/1.1 " + status + " Refused\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(json);
        return all.toByteArray();
    }
}
