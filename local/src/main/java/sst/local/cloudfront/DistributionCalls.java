package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.local.store.Store;
import sst.local.wire.AwsException;
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
            Pattern.compile("/2020-05-31/distribution(?:/(\\w+)(/invalidation(?:/(\\w+))?)?)?");
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
        return switch (request.method() + " " + (path.group(2) == null ? "" : path.group(3) == null ? "all" : "one")) {
            case "GET " ->
                xml(
                        200,
                        distribution(new Xml().open("Distribution", NAMESPACE), distribution)
                                .close());
            case "POST all" -> invalidate(distribution, request);
            case "GET one" -> invalidation(200, path.group(3));
            default -> throw refusal(request);
        };
    }

    private static AwsException refusal(HttpRequest request) {
        return Refusals.notImplemented("cloudfront: " + request.method() + " " + request.path());
    }

    private HttpReply list() {
        List<Distribution> all = distributions.list();
        Xml xml = new Xml().open("DistributionList", NAMESPACE);
        xml.leaf("Marker", "").leaf("MaxItems", "100").leaf("IsTruncated", "false");
        xml.leaf("Quantity", String.valueOf(all.size())).open("Items");
        all.forEach(each -> distribution(xml.open("DistributionSummary"), each).close());
        return xml(200, xml.close().close());
    }

    private static Xml distribution(Xml xml, Distribution distribution) {
        return xml.leaf("Id", distribution.id()).leaf("Status", "Deployed").leaf("DomainName", distribution.domain());
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
        String id = "I"
                + UUID.nameUUIDFromBytes((distribution.id() + caller).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, 13)
                        .toUpperCase(java.util.Locale.ROOT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        store.json("cloudfront.invalidations")
                .put(
                        id,
                        Json.object()
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
