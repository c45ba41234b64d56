package sst.runner.aws.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.ImagePort;

/** ECR by its JSON protocol. */
record SdkImages(JsonService ecr) implements ImagePort {
    static SdkImages of(Clients clients) {
        String region = clients.target().region();
        String own = clients.target().endpoint();
        String suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        URI endpoint = URI.create(Objects.requireNonNullElse(own, "https://api.ecr." + region + "." + suffix));
        return new SdkImages(new JsonService(
                clients, endpoint, "ecr", new JsonService.Protocol("1.1", "AmazonEC2ContainerRegistry_V20150921")));
    }

    /** See docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImages.html. */
    @Override
    public boolean has(String repository, String tag) {
        ObjectNode input = JsonNodeFactory.instance.objectNode().put("repositoryName", repository);
        input.putArray("imageIds").addObject().put("imageTag", tag);
        try {
            return !ecr.call("DescribeImages", input).path("imageDetails").isEmpty();
        } catch (AwsFailure failure) {
            if (failure.code().equals("ImageNotFoundException")) {
                return false;
            }
            throw failure;
        }
    }

    /** The token is {@code user:password} in Base64 (…/API_AuthorizationData.html). */
    @Override
    public Login login() {
        JsonNode data = ecr.call("GetAuthorizationToken", JsonNodeFactory.instance.objectNode())
                .path("authorizationData")
                .path(0);
        byte[] token =
                Base64.getDecoder().decode(data.path("authorizationToken").asText());
        String[] parts = new String(token, StandardCharsets.UTF_8).split(":", 2);
        String registry = data.path("proxyEndpoint").asText().replaceFirst("^https?://", "");
        return new Login(registry, parts[0], parts[1]);
    }
}
