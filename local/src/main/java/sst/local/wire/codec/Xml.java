package sst.local.wire.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Writes XML as AWS answers it. */
public final class Xml {
    private static final String REPEATED = "[]";

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with a default namespace; an empty one is left out. */
    public Xml open(String name, String namespace) {
        out.append('<').append(name);
        if (!namespace.isEmpty()) {
            out.append(" xmlns=\"");
            escape(namespace);
            out.append('"');
        }
        out.append('>');
        open.push(name);
        return this;
    }

    /** Opens an element. */
    public Xml open(String name) {
        return open(name, "");
    }

    /** Closes the innermost open element. */
    public Xml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes an element that holds text. */
    public Xml leaf(String name, String text) {
        out.append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /** Writes an element for each text. */
    public Xml leaves(Map<String, String> texts) {
        texts.forEach(this::leaf);
        return this;
    }

    /**
     * Writes a tree: an object's members as elements, an array as {@code <member>} elements, an array named
     * {@code entry} (a map's form) as repeated {@code <entry>} elements, an array named {@code Name[]} as repeated
     * {@code <Name>} elements; null is left out.
     */
    public Xml node(String name, JsonNode value) {
        if (value.isNull()) {
            return this;
        }
        if (value.isArray() && name.equals("entry")) {
            value.forEach(entry -> node(name, entry));
            return this;
        }
        if (value.isArray() && name.endsWith(REPEATED)) {
            value.forEach(item -> node(name.substring(0, name.length() - REPEATED.length()), item));
            return this;
        }
        if (!value.isContainerNode()) {
            return leaf(name, value.asText());
        }
        open(name);
        if (value.isArray()) {
            value.forEach(item -> node("member", item));
        } else {
            value.properties().forEach(member -> node(member.getKey(), member.getValue()));
        }
        return close();
    }

    /** The document; every element must be closed. */
    public byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("element " + open.peek() + " is still open");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(isLegal(point) ? point : 0xFFFD);
            }
        });
    }

    /** Whether XML 1.0 can carry the character at all (https://www.w3.org/TR/xml/#charsets). */
    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point > 0xFFFF;
    }
}
