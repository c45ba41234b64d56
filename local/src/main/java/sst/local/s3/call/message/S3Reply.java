package sst.local.s3.call.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import sst.local.wire.AwsException;
import sst.local.wire.HttpReply;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Xml;

/** How S3 answers. */
public final class S3Reply {
    public static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter XML_DATE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private S3Reply() {}

    public static HttpReply xml(String root, Consumer<Xml> content) {
        Xml xml = new Xml().open(root, NAMESPACE);
        content.accept(xml);
        return HttpReply.of(200, "application/xml", xml.close().bytes());
    }

    /** A document as it was put. */
    public static HttpReply document(String contentType, String text) {
        return HttpReply.of(200, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static HttpReply empty(int status, Map<String, String> headers) {
        return new HttpReply(status, lists(headers), new HttpReply.Body.Bytes(new byte[0]));
    }

    public static HttpReply with(HttpReply reply, Map<String, String> more) {
        Map<String, List<String>> headers = new LinkedHashMap<>(reply.headers());
        headers.putAll(lists(more));
        return new HttpReply(reply.status(), headers, reply.body());
    }

    public static Map<String, List<String>> lists(Map<String, String> headers) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    public static HttpReply error(AwsException error, S3Trace trace) {
        Xml xml = new Xml().open("Error").leaf("Code", error.code()).leaf("Message", error.text());
        error.members().forEach((name, value) -> xml.node(name, Json.tree(value)));
        xml.leaf("Resource", trace.path()).leaf("RequestId", trace.requestId());
        xml.leaf("HostId", "sst-local").close();
        return HttpReply.of(error.status(), "application/xml", xml.bytes());
    }

    /** The element that says what a checksum's header says, such as {@code ChecksumSHA256}. */
    public static String checksumLeaf(String header) {
        return header.equals("x-amz-checksum-type")
                ? "ChecksumType"
                : "Checksum" + header.substring("x-amz-checksum-".length()).toUpperCase(Locale.ROOT);
    }

    public static String httpDate(long millis) {
        return HTTP_DATE.format(Instant.ofEpochMilli(millis));
    }

    public static String xmlDate(long millis) {
        return XML_DATE.format(Instant.ofEpochMilli(millis));
    }

    /** What an error says about its request. */
    public record S3Trace(String path, String requestId) {}
}
