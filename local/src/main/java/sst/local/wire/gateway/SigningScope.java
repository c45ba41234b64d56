package sst.local.wire.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a signed request is meant for. The signature itself is not checked: every credential is good here.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 *
 * @param region such as {@code us-east-1}
 * @param service the signing name, such as {@code dynamodb}
 */
record SigningScope(String region, String service) {
    private static final Pattern IN_HEADER =
            Pattern.compile("Credential=[^/,]*/[0-9]+/([A-Za-z0-9-]+)/([A-Za-z0-9_-]+)/aws4_request");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)X-Amz-Credential=([^&]*)");
    private static final Pattern VALUE = Pattern.compile("[^/]*/[0-9]+/([A-Za-z0-9-]+)/([A-Za-z0-9_-]+)/aws4_request");

    /** The scope in the Authorization header, or in the query of a presigned URL. */
    static Optional<SigningScope> of(Map<String, List<String>> headers, String query) {
        for (String value : headers.getOrDefault("authorization", List.of())) {
            Matcher header = IN_HEADER.matcher(value);
            if (value.startsWith("AWS4-") && header.find()) {
                return Optional.of(new SigningScope(header.group(1), header.group(2)));
            }
        }
        Matcher presigned = IN_QUERY.matcher(query);
        return presigned.find() ? ofCredential(presigned.group(1)) : Optional.empty();
    }

    private static Optional<SigningScope> ofCredential(String encoded) {
        try {
            Matcher value = VALUE.matcher(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            return value.matches() ? Optional.of(new SigningScope(value.group(1), value.group(2))) : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
