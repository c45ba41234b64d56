package sst.local.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import sst.local.wire.codec.Json;

/**
 * The settings of a distribution as calls show them, made from those of its template: lists with their quantities, and
 * the defaults of what the template leaves out.
 * See https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html
 */
final class ConfigView {
    private static final List<String> METHODS = List.of("HEAD", "GET");

    private ConfigView() {}

    static ObjectNode of(Distribution distribution) {
        JsonNode config = distribution.config();
        ObjectNode shown = Json.object().put("CallerReference", distribution.id());
        shown.set("Aliases", items("CNAME", config.path("Aliases"), each -> each));
        shown.put("DefaultRootObject", config.path("DefaultRootObject").asText(""));
        shown.set("Origins", items("Origin", config.path("Origins"), ConfigView::origin));
        shown.set("OriginGroups", items("OriginGroup", Json.object().arrayNode(), each -> each));
        shown.set("DefaultCacheBehavior", behavior(config.path("DefaultCacheBehavior")));
        shown.set("CacheBehaviors", items("CacheBehavior", config.path("CacheBehaviors"), ConfigView::behavior));
        shown.set(
                "CustomErrorResponses",
                items("CustomErrorResponse", config.path("CustomErrorResponses"), ConfigView::error));
        shown.put("Comment", config.path("Comment").asText(""));
        shown.put("PriceClass", config.path("PriceClass").asText("PriceClass_All"));
        shown.put("Enabled", isEnabled(distribution));
        ObjectNode certificate = shown.putObject("ViewerCertificate");
        String arn = config.path("ViewerCertificate").path("AcmCertificateArn").asText("");
        certificate.put("CloudFrontDefaultCertificate", arn.isEmpty());
        if (!arn.isEmpty()) {
            certificate.put("ACMCertificateArn", arn);
        }
        shown.put("HttpVersion", config.path("HttpVersion").asText("http1.1"));
        return shown.put("IsIPV6Enabled", config.path("IPV6Enabled").asBoolean());
    }

    static boolean isEnabled(Distribution distribution) {
        return distribution.config().path("Enabled").asBoolean(true);
    }

    private static ObjectNode items(String name, JsonNode list, Function<JsonNode, JsonNode> shape) {
        ObjectNode items = Json.object().put("Quantity", list.size());
        if (!list.isEmpty()) {
            ArrayNode all = items.putObject("Items").putArray(name + "[]");
            list.forEach(each -> all.add(shape.apply(each)));
        }
        return items;
    }

    private static ObjectNode origin(JsonNode origin) {
        ObjectNode shown = Json.object()
                .put("Id", origin.path("Id").asText())
                .put("DomainName", origin.path("DomainName").asText())
                .put("OriginPath", origin.path("OriginPath").asText(""));
        shown.putObject("CustomHeaders").put("Quantity", 0);
        JsonNode server = origin.path("CustomOriginConfig");
        if (server.isMissingNode()) {
            shown.putObject("S3OriginConfig")
                    .put(
                            "OriginAccessIdentity",
                            origin.path("S3OriginConfig")
                                    .path("OriginAccessIdentity")
                                    .asText(""));
        } else {
            shown.putObject("CustomOriginConfig")
                    .put("HTTPPort", server.path("HTTPPort").asInt(80))
                    .put("HTTPSPort", server.path("HTTPSPort").asInt(443))
                    .put(
                            "OriginProtocolPolicy",
                            server.path("OriginProtocolPolicy").asText());
        }
        return shown;
    }

    private static ObjectNode behavior(JsonNode behavior) {
        ObjectNode shown = Json.object();
        for (String name : List.of("PathPattern", "TargetOriginId", "ViewerProtocolPolicy", "CachePolicyId")) {
            if (behavior.hasNonNull(name)) {
                shown.put(name, behavior.path(name).asText());
            }
        }
        JsonNode methods = behavior.path("AllowedMethods");
        shown.set("AllowedMethods", items("Method", methods.isEmpty() ? Json.tree(METHODS) : methods, each -> each));
        shown.put("Compress", behavior.path("Compress").asBoolean());
        shown.put("SmoothStreaming", false);
        shown.set(
                "FunctionAssociations",
                items("FunctionAssociation", behavior.path("FunctionAssociations"), each -> each));
        shown.putObject("LambdaFunctionAssociations").put("Quantity", 0);
        return shown.put("FieldLevelEncryptionId", "");
    }

    private static ObjectNode error(JsonNode error) {
        ObjectNode shown =
                Json.object().put("ErrorCode", error.path("ErrorCode").asInt());
        if (error.hasNonNull("ResponsePagePath")) {
            shown.put("ResponsePagePath", error.path("ResponsePagePath").asText());
            shown.put("ResponseCode", error.path("ResponseCode").asText());
        }
        return shown.put("ErrorCachingMinTTL", error.path("ErrorCachingMinTTL").asInt(10));
    }
}
