package sst.local.cloudfront.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sst.local.wire.Refusals;

/**
 * What a distribution does with a request.
 *
 * @param root the object that the address alone means; empty for none
 * @param behaviors tried in order; the last one takes every path
 * @param errors pages for statuses of the origin
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html">AWS</a>
 */
public record SiteConfig(String root, List<Behavior> behaviors, Map<Integer, ErrorPage> errors) {
    private static final Pattern GLOB = Pattern.compile("[*?]|[^*?]+");

    public SiteConfig {
        behaviors = List.copyOf(behaviors);
        errors = Map.copyOf(errors);
    }

    /**
     * What is done with the paths of a pattern.
     *
     * @param path which paths
     * @param origin where the answer comes from
     * @param request the ARN of the function that sees requests; empty for none
     * @param response the ARN of the function that sees responses; empty for none
     */
    record Behavior(Pattern path, Origin origin, String request, String response) {}

    /**
     * Where answers come from.
     *
     * @param domain of a bucket or a server
     * @param path before the request's own
     * @param isBucket whether it is a bucket, without the web pages of its website
     */
    record Origin(String domain, String path, boolean isBucket) {}

    /** A page that is sent instead of an error, and its status. */
    record ErrorPage(String path, int status) {}

    /** Reads {@code DistributionConfig}; what it asks for and is not done here is refused by name. */
    public static SiteConfig of(JsonNode config) {
        Map<String, Origin> origins = new TreeMap<>();
        config.path("Origins").forEach(origin -> origins.put(origin.path("Id").asText(), origin(origin)));
        for (JsonNode group : config.path("OriginGroups").path("Items")) {
            throw Refusals.notImplemented(
                    "origin groups of CloudFront, such as " + group.path("Id").asText());
        }
        List<Behavior> behaviors = new ArrayList<>();
        config.path("CacheBehaviors")
                .forEach(each -> behaviors.add(behavior(each.path("PathPattern").asText(), each, origins)));
        behaviors.add(behavior("*", config.path("DefaultCacheBehavior"), origins));
        Map<Integer, ErrorPage> errors = new TreeMap<>();
        for (JsonNode each : config.path("CustomErrorResponses")) {
            int code = each.path("ErrorCode").asInt();
            String page = each.path("ResponsePagePath").asText();
            if (!page.isEmpty()) {
                errors.put(code, new ErrorPage(page, each.path("ResponseCode").asInt(code)));
            }
        }
        return new SiteConfig(config.path("DefaultRootObject").asText(), behaviors, errors);
    }

    private static Origin origin(JsonNode origin) {
        return new Origin(
                origin.path("DomainName").asText(), origin.path("OriginPath").asText(), origin.has("S3OriginConfig"));
    }

    private static Behavior behavior(String pattern, JsonNode behavior, Map<String, Origin> origins) {
        if (!behavior.path("LambdaFunctionAssociations").isEmpty()) {
            throw Refusals.notImplemented("Lambda@Edge of CloudFront");
        }
        if (!behavior.path("ResponseHeadersPolicyId").isMissingNode()) {
            throw Refusals.notImplemented("response headers policies of CloudFront");
        }
        String target = behavior.path("TargetOriginId").asText();
        Origin origin = Optional.ofNullable(origins.get(target))
                .orElseThrow(() -> new sst.local.wire.AwsException(
                        400, "NoSuchOrigin", "One or more of your origins do not exist: " + target));
        String request = "";
        String response = "";
        for (JsonNode each : behavior.path("FunctionAssociations")) {
            String arn = each.path("FunctionARN").asText();
            if (each.path("EventType").asText().equals("viewer-request")) {
                request = arn;
            } else {
                response = arn;
            }
        }
        return new Behavior(glob(pattern), origin, request, response);
    }

    /** CloudFront's patterns: a star for any letters, a question mark for one; a leading slash may be left out. */
    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        String whole = pattern.startsWith("/") || pattern.startsWith("*") ? pattern : "/" + pattern;
        GLOB.matcher(whole).results().forEach(piece -> {
            String text = piece.group();
            regex.append(text.equals("*") ? ".*" : text.equals("?") ? "." : Pattern.quote(text));
        });
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    Behavior behavior(String path) {
        return behaviors.stream()
                .filter(each -> each.path().matcher(path).matches())
                .findFirst()
                .orElseThrow();
    }
}
