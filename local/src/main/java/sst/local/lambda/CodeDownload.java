package sst.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.wire.AwsException;
import sst.local.wire.HttpHandler;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;

/** Gives out the zip files that {@code GetFunction} points at. */
final class CodeDownload implements HttpHandler {
    static final String PREFIX = "/_lambda/code/";
    private static final Pattern PATH = Pattern.compile(PREFIX + "([0-9a-f]{64}\\.zip)");

    private final Path folder;

    CodeDownload(Path folder) {
        this.folder = folder;
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches() || !Files.isRegularFile(folder.resolve(path.group(1)))) {
            throw new AwsException(404, "ResourceNotFoundException", "no such code: " + request.path());
        }
        Path file = folder.resolve(path.group(1));
        try {
            return new HttpReply(
                    200,
                    Map.of("Content-Type", List.of("application/zip")),
                    new HttpReply.Body.FilePart(file, 0, Files.size(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
