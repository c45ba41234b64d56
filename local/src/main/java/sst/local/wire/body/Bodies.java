package sst.local.wire.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import sst.local.wire.AwsException;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;

/** Reads bodies that belong in memory. */
public final class Bodies {
    /** The largest call that is read into memory: Lambda's 50 MB of inline code in base64, with room. */
    public static final int LIMIT = 80 * 1024 * 1024;

    private Bodies() {}

    /**
     * The whole body, unzipped when it came with {@code Content-Encoding: gzip}.
     *
     * @throws AwsException when it is larger than {@link #LIMIT} or not the gzip it claims to be
     */
    public static byte[] whole(HttpRequest request) {
        boolean zipped = request.header("Content-Encoding")
                .filter(encoding -> encoding.toLowerCase(Locale.ROOT).contains("gzip"))
                .isPresent();
        try {
            InputStream body = zipped ? new GZIPInputStream(request.body()) : request.body();
            byte[] bytes = body.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw Refusals.tooLarge(LIMIT);
            }
            return bytes;
        } catch (ZipException broken) {
            throw Refusals.malformed("the request body is not gzip: " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The whole body as UTF-8 text. */
    public static String text(HttpRequest request) {
        return new String(whole(request), StandardCharsets.UTF_8);
    }
}
