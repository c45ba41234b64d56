package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.AwsException;
import sst.local.wire.CallContext;
import sst.local.wire.HttpReply;
import sst.local.wire.HttpRequest;
import sst.local.wire.Refusals;
import sst.local.wire.codec.Json;
import sst.local.wire.codec.Xml;

/**
 * Looks at distributions, and invalidates them, which is done at once: nothing is kept at edges here.
 * See https://docs.aws.amazon.com/cloudfront/latest/APIReference/
 */
final class DistributionCalls {
    private static final String NAMESPACE = "http://cloudfront.amazonaws.com/doc/2020-05-31/";
    private static final Pattern PATH =
            Pattern.compile("/2020-05-31/distribution(?:/(\\w+)(/config|/invalidation(?:/(\\w+))?)?)?");
    private static final Set<String> NOT_IN_LISTS = Set.of("CallerReference", "DefaultRootObject");
    private static final Pattern ITEM = Pattern.compile("<Path>([^<]*)</Path>");
    private static final Pattern REFERENCE = Pattern.compile("<CallerReference>([^<]*)</CallerReference>");

    private final Distributions distributions;
    private final Store store;
    private final Clock clock;

    DistributionCalls(Distributions distributions, Store store, Clock clock) {
        this.distributions = distributions;
        this.store = store;
        this.clock = clock;
    }

    HttpReply answer(HttpRequest request) {
        try {
            return found(request);
        } catch (AwsException refused) {
            Xml xml = new Xml().open("ErrorResponse", NAMESPACE).open("Error");
            xml.leaf("Type", "Sender").leaf("Code", refused.code()).leaf("Message", refused.text());
            return xml(
                    refused.status(),
                    xml.close().leaf("RequestId", request.context().requestId()).close());
        }
    }

    private HttpReply found(HttpRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw refusal(request);
        }
        if (path.group(1) == null) {
            if (!request.method().equals("GET")) {
                throw refusal(request);
            }
            return list();
        }
        Distribution distribution = distributions
                .find(path.group(1))
                .orElseThrow(() ->
                        new AwsException(404, "NoSuchDistribution", "The specified distribution does not exist."));
        String what = path.group(2) == null ? "" : path.group(3) == null ? path.group(2) : "one";
        return switch (request.method() + " " + what) {
            case "GET " -> tagged(show(distribution), distribution);
            case "GET /config" -> tagged(config(distribution), distribution);
            case "DELETE " -> delete(distribution, request);
            case "GET /invalidation" -> invalidations(distribution);
            case "POST /invalidation" -> invalidate(distribution, request);
            case "GET one" -> invalidation(200, path.group(3));
            default -> throw refusal(request);
        };
    }

    private HttpReply show(Distribution distribution) {
        Xml xml = distribution(new Xml().open("Distribution", NAMESPACE), distribution);
        xml.leaf("InProgressInvalidationBatches", "0");
        return xml(
                200, xml.node("DistributionConfig", ConfigView.of(distribution)).close());
    }

    private static HttpReply config(Distribution distribution) {
        Xml xml = new Xml().open("DistributionConfig", NAMESPACE);
        ConfigView.of(distribution).properties().forEach(each -> xml.node(each.getKey(), each.getValue()));
        return xml(200, xml.close());
    }

    /** With the version of the settings, which a change or a deletion has to name. */
    private static HttpReply tagged(HttpReply reply, Distribution distribution) {
        Map<String, List<String>> headers = new HashMap<>(reply.headers());
        headers.put("ETag", List.of(version(distribution)));
        return new HttpReply(reply.status(), headers, reply.body());
    }

    private static String version(Distribution distribution) {
        return code("E", distribution.config().toString());
    }

    private static String code(String start, String of) {
        String letters = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return start + letters.substring(0, 13).toUpperCase(Locale.ROOT);
    }

    private HttpReply delete(Distribution distribution, HttpRequest request) {
        String version = request.header("If-Match").orElse("");
        if (version.isEmpty()) {
            throw new AwsException(
                    400, "InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.");
        }
        if (!version.equals(version(distribution))) {
            throw new AwsException(
                    412,
                    "PreconditionFailed",
                    "The request failed because it didn't meet the preconditions in one or more request-header fields.");
        }
        if (ConfigView.isEnabled(distribution)) {
            throw new AwsException(
                    409, "DistributionNotDisabled", "The distribution you are trying to delete has not been disabled.");
        }
        distributions.delete(distribution.id());
        return HttpReply.empty(204);
    }

    private HttpReply invalidations(Distribution distribution) {
        List<Map.Entry<String, JsonNode>> all = store.json("cloudfront.invalidations").entrySet().stream()
                .filter(each -> each.getValue().path("Distribution").asText().equals(distribution.id()))
                .toList();
        Xml xml = new Xml().open("InvalidationList", NAMESPACE);
        xml.leaf("Marker", "").leaf("MaxItems", "100").leaf("IsTruncated", "false");
        xml.leaf("Quantity", String.valueOf(all.size())).open("Items");
        all.forEach(each -> xml.open("InvalidationSummary")
                .leaf("Id", each.getKey())
                .leaf("CreateTime", each.getValue().path("At").asText())
                .leaf("Status", "Completed")
                .close());
        return xml(200, xml.close().close());
    }

    private static AwsException refusal(HttpRequest request) {
        return Refusals.notImplemented("cloudfront: " + request.method() + " " + request.path());
    }

    private HttpReply list() {
        List<Distribution> all = distributions.list();
        Xml xml = new Xml().open("DistributionList", NAMESPACE);
        xml.leaf("Marker", "").leaf("MaxItems", "100").leaf("IsTruncated", "false");
        xml.leaf("Quantity", String.valueOf(all.size())).open("Items");
        for (Distribution each : all) {
            distribution(xml.open("DistributionSummary"), each);
            ConfigView.of(each).properties().stream()
                    .filter(member -> !NOT_IN_LISTS.contains(member.getKey()))
                    .forEach(member -> xml.node(member.getKey(), member.getValue()));
            xml.close();
        }
        return xml(200, xml.close().close());
    }

    private static Xml distribution(Xml xml, Distribution distribution) {
        return xml.leaf("Id", distribution.id())
                .leaf("ARN", "arn:aws:cloudfront::" + CallContext.ACCOUNT + ":distribution/" + distribution.id())
                .leaf("Status", "Deployed")
                .leaf("DomainName", distribution.domain());
    }

    private HttpReply invalidate(Distribution distribution, HttpRequest request) {
        String body = body(request);
        List<String> paths =
                ITEM.matcher(body).results().map(item -> item.group(1)).toList();
        if (paths.isEmpty()) {
            throw new AwsException(400, "InvalidArgument", "Your request doesn't have a path to invalidate.");
        }
        Matcher reference = REFERENCE.matcher(body);
        String caller = reference.find() ? reference.group(1) : "";
        String id = code("I", distribution.id() + caller);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.json("cloudfront.invalidations")
                .put(
                        id,
                        Json.object()
                                .put("Distribution", distribution.id())
                                .put("At", now.toString())
                                .put("Caller", caller)
                                .set("Paths", Json.tree(paths)));
        return invalidation(201, id);
    }

    private HttpReply invalidation(int status, String id) {
        JsonNode record = Optional.ofNullable(
                        store.json("cloudfront.invalidations").get(id))
                .orElseThrow(() ->
                        new AwsException(404, "NoSuchInvalidation", "The specified invalidation does not exist."));
        Xml xml = new Xml().open("Invalidation", NAMESPACE);
        xml.leaf("Id", id)
                .leaf("Status", "Completed")
                .leaf("CreateTime", record.path("At").asText());
        xml.open("InvalidationBatch").open("Paths");
        xml.leaf("Quantity", String.valueOf(record.path("Paths").size())).open("Items");
        record.path("Paths").forEach(path -> xml.leaf("Path", path.asText()));
        xml.close().close().leaf("CallerReference", record.path("Caller").asText());
        return xml(status, xml.close().close());
    }

    private static String body(HttpRequest request) {
        try {
            return new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpReply xml(int status, Xml xml) {
        return HttpReply.of(status, "text/xml", xml.bytes());
    }
}
