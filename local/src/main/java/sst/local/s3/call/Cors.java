package sst.local.s3.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sst.local.s3.bucket.Buckets;
import sst.local.s3.bucket.S3Exception;
import sst.local.s3.call.message.Element;
import sst.local.s3.call.message.S3Call;
import sst.local.s3.call.message.S3Reply;
import sst.local.wire.HttpReply;

/**
 * What web pages of other origins may do with a bucket.
 * See https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
record Cors(Buckets buckets) {
    private static final String VARY = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";

    /** Answers the question that a browser asks before its request. */
    HttpReply preflight(S3Call call) {
        String origin = call.header("Origin").orElse("");
        String method = call.header("Access-Control-Request-Method").orElse("");
        if (origin.isEmpty() || method.isEmpty()) {
            throw S3Exception.of(400, "BadRequest", "Insufficient information. Origin request header needed.");
        }
        String wanted = call.header("Access-Control-Request-Headers").orElse("");
        Element rule = rules(call.bucket()).stream()
                .filter(each -> isAllowed(each, origin, method) && areAllowed(each, wanted))
                .findFirst()
                .orElseThrow(() -> S3Exception.of(
                        403,
                        "AccessForbidden",
                        "CORSResponse: This CORS request is not allowed. This is usually because the evalution of"
                                + " Origin, request method / Access-Control-Request-Method or"
                                + " Access-Control-Request-Headers are not whitelisted by the resource's CORS spec."));
        Map<String, String> headers = headers(rule, origin);
        if (!wanted.isEmpty()) {
            headers.put("Access-Control-Allow-Headers", wanted.toLowerCase(Locale.ROOT));
        }
        if (!rule.value("MaxAgeSeconds").isEmpty()) {
            headers.put("Access-Control-Max-Age", rule.value("MaxAgeSeconds"));
        }
        return S3Reply.empty(200, headers);
    }

    /** A reply with the headers that let a page of another origin read it. */
    HttpReply allowing(S3Call call, HttpReply reply) {
        Optional<String> origin = call.header("Origin");
        if (origin.isEmpty() || call.bucket().isEmpty()) {
            return reply;
        }
        return rules(call.bucket()).stream()
                .filter(rule -> isAllowed(rule, origin.get(), call.method()))
                .findFirst()
                .map(rule -> S3Reply.with(reply, headers(rule, origin.get())))
                .orElse(reply);
    }

    private List<Element> rules(String bucket) {
        if (buckets.find(bucket).isEmpty()) {
            return List.of();
        }
        return buckets.setting(bucket, "cors")
                .map(text ->
                        Element.parse(text, "CORSConfiguration").all("CORSRule").toList())
                .orElse(List.of());
    }

    private static boolean isAllowed(Element rule, String origin, String method) {
        return rule.all("AllowedMethod").anyMatch(each -> each.text().trim().equals(method))
                && rule.all("AllowedOrigin")
                        .anyMatch(each -> isMatch(each.text().trim(), origin));
    }

    private static boolean areAllowed(Element rule, String headers) {
        return headers.isBlank()
                || List.of(headers.split(",")).stream().allMatch(header -> rule.all("AllowedHeader")
                        .anyMatch(each -> isMatch(
                                each.text().trim().toLowerCase(Locale.ROOT),
                                header.trim().toLowerCase(Locale.ROOT))));
    }

    private static boolean isMatch(String pattern, String text) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(text)
                : Pattern.matches(
                        Pattern.quote(pattern.substring(0, star)) + ".*" + Pattern.quote(pattern.substring(star + 1)),
                        text);
    }

    private static Map<String, String> headers(Element rule, String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        boolean isAny =
                rule.all("AllowedOrigin").anyMatch(each -> each.text().trim().equals("*"));
        headers.put("Access-Control-Allow-Origin", isAny ? "*" : origin);
        headers.put(
                "Access-Control-Allow-Methods",
                rule.all("AllowedMethod").map(each -> each.text().trim()).collect(Collectors.joining(", ")));
        String exposed =
                rule.all("ExposeHeader").map(each -> each.text().trim()).collect(Collectors.joining(", "));
        if (!exposed.isEmpty()) {
            headers.put("Access-Control-Expose-Headers", exposed);
        }
        if (!isAny) {
            headers.put("Access-Control-Allow-Credentials", "true");
        }
        headers.put("Vary", VARY);
        return headers;
    }
}
