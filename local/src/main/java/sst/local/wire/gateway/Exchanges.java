package sst.local.wire.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.body.Checksum;
import sst.local.wire.body.ChunkedBody;

/** Turns the JDK server's exchanges into requests, and replies into bytes on the socket. */
final class Exchanges {
    private static final int BUFFER = 64 * 1024;

    private Exchanges() {}

    static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.computeIfAbsent(
                        name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .addAll(values));
        return headers;
    }

    static HttpRequest request(HttpExchange exchange, Map<String, List<String>> headers, CallContext context) {
        String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("/");
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        InputStream body = body(exchange.getRequestBody(), headers);
        return new HttpRequest(exchange.getRequestMethod(), path.isEmpty() ? "/" : path, query, headers, body, context);
    }

    private static InputStream body(InputStream raw, Map<String, List<String>> headers) {
        if (!isChunkedForAws(headers)) {
            return raw;
        }
        Optional<Checksum> announced = headers.getOrDefault("x-amz-trailer", List.of()).stream()
                .flatMap(names -> Checksum.ofHeader(names).stream())
                .findFirst();
        return new ChunkedBody(raw, announced);
    }

    private static boolean isChunkedForAws(Map<String, List<String>> headers) {
        return headers.getOrDefault("x-amz-content-sha256", List.of()).stream()
                        .anyMatch(hash -> hash.startsWith("STREAMING-"))
                || headers.getOrDefault("content-encoding", List.of()).stream()
                        .anyMatch(encoding -> encoding.contains("aws-chunked"));
    }

    static void send(HttpExchange exchange, HttpReply reply, String requestId) throws IOException {
        Headers out = exchange.getResponseHeaders();
        reply.headers().forEach((name, values) -> values.forEach(value -> out.add(name, value)));
        if (!out.containsKey("x-amzn-RequestId")) {
            out.set("x-amzn-RequestId", requestId);
        }
        takeAnnouncedBody(exchange);
        if (reply.body() instanceof HttpReply.Body.Bytes bytes) {
            sendBytes(exchange, reply.status(), bytes.bytes());
        } else if (reply.body() instanceof HttpReply.Body.FilePart part) {
            sendFile(exchange, reply.status(), part);
        }
    }

    /**
     * The server has answered {@code Expect: 100-continue} by then. Java's own client loses a reply that comes in one read
     * with that answer, so it is sent after the body, which comes after the client has read the answer.
     */
    private static void takeAnnouncedBody(HttpExchange exchange) {
        if (exchange.getRequestHeaders().containsKey("Expect")) {
            try {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                log().log(System.Logger.Level.DEBUG, "the body was taken before, or the caller went away", closed);
            }
        }
    }

    private static System.Logger log() {
        return System.getLogger("sst.local.gateway");
    }

    private static boolean begin(HttpExchange exchange, int status, long length) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        boolean isBodiless = isHead || length == 0 || status == 204 || status == 304;
        Headers out = exchange.getResponseHeaders();
        if (isHead && !out.containsKey("Content-Length")) {
            out.set("Content-Length", Long.toString(length));
        } else if (!isHead) {
            out.remove("Content-Length");
        }
        exchange.sendResponseHeaders(status, isBodiless ? -1 : length);
        return !isBodiless;
    }

    private static void sendBytes(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        if (begin(exchange, status, bytes.length)) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static void sendFile(HttpExchange exchange, int status, HttpReply.Body.FilePart part) throws IOException {
        try (FileChannel file = FileChannel.open(part.file(), StandardOpenOption.READ)) {
            if (!begin(exchange, status, part.length())) {
                return;
            }
            try (WritableByteChannel out = Channels.newChannel(exchange.getResponseBody())) {
                copy(file, part, out);
            }
        }
    }

    private static void copy(FileChannel file, HttpReply.Body.FilePart part, WritableByteChannel out)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = part.offset();
        long end = part.offset() + part.length();
        while (at < end) {
            buffer.clear().limit((int) Math.min(BUFFER, end - at));
            int count = file.read(buffer, at);
            if (count < 0) {
                throw new IOException(part.file() + " is shorter than its record says");
            }
            at += count;
            out.write(buffer.flip());
        }
    }

    /** A body that broke off, as AWS reports it. */
    static AwsException incomplete() {
        return new AwsException(
                400, "IncompleteBody", "You did not provide the number of bytes that the headers announced");
    }
}
