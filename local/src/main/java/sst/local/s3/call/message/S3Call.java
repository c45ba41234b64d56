package sst.local.s3.call.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sst.local.s3.bucket.ObjectChange;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.bucket.Storage;
import sst.local.s3.bucket.StoredObject;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Parameters;

/**
 * A request seen as S3 sees it.
 *
 * @param bucket empty for calls on the account
 * @param key empty for calls on a bucket
 * @param parameters the query, first value each
 * @param request as it came
 */
public record S3Call(String bucket, String key, Map<String, String> parameters, HttpRequest request) {
    private static final int LONGEST_KEY = 1024;
    private static final int LARGEST_DOCUMENT = 2 * 1024 * 1024;
    private static final String HOST_SUFFIX = ".localhost";

    public static S3Call of(HttpRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Parameters.parse(request.query()).forEach((name, values) -> parameters.put(name, values.get(0)));
        String host = bucketInHost(request);
        String path = request.path().substring(1);
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        String bucket = host.isEmpty() ? Parameters.decodedPath(first) : host;
        String key = Parameters.decodedPath(host.isEmpty() ? rest : path);
        checkKey(key);
        return new S3Call(bucket, key, parameters, request);
    }

    private static String bucketInHost(HttpRequest request) {
        String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        if (!host.endsWith(HOST_SUFFIX)) {
            return "";
        }
        String bucket = host.substring(0, host.length() - HOST_SUFFIX.length());
        return bucket.replaceFirst("(^|\\.)s3(\\.[a-z0-9-]+)?$", "");
    }

    private static void checkKey(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw S3Exception.of(400, "KeyTooLongError", "Your key is too long");
        }
        if (key.indexOf('\0') >= 0) {
            throw S3Exception.invalidArgument("A key cannot hold the character U+0000");
        }
    }

    public String method() {
        return request.method();
    }

    public boolean has(String parameter) {
        return parameters.containsKey(parameter);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    public Optional<String> header(String name) {
        return request.header(name);
    }

    public int number(String parameter, int otherwise) {
        if (parameter(parameter).isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(parameter(parameter));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw S3Exception.invalidArgument("Provided " + parameter + " not an integer or within integer range");
        }
        throw S3Exception.invalidArgument("Argument " + parameter + " must not be negative");
    }

    /** The body as text: an XML document or a policy. */
    public String document() {
        try {
            byte[] bytes = request.body().readNBytes(LARGEST_DOCUMENT + 1);
            if (bytes.length > LARGEST_DOCUMENT) {
                throw Refusals.tooLarge(LARGEST_DOCUMENT);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Tells those who want to know that this call did something to an object. */
    public void tell(Storage storage, String event, StoredObject object) {
        storage.changes()
                .happened(new ObjectChange(
                        bucket, event, object, request.context().requestId()));
    }

    /** All headers whose lower-case name begins so. */
    Map<String, String> headersWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
            if (header.getKey().startsWith(prefix)) {
                found.put(header.getKey(), String.join(",", header.getValue()));
            }
        }
        return found;
    }
}
