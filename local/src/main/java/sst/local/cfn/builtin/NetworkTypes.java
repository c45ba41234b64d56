package sst.local.cfn.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import sst.local.cfn.resource.ResourceProvider;
import sst.local.cfn.resource.ResourceRequest;

/** Networks: recorded, not enforced. Everything of the local cloud is on 127.0.0.1 and reaches everything else. */
final class NetworkTypes {
    private static final int ID_DIGITS = 17;

    private NetworkTypes() {}

    static List<ResourceProvider> all() {
        return List.of(
                type("AWS::EC2::VPC", "vpc", NetworkTypes::vpc),
                type("AWS::EC2::Subnet", "subnet", NetworkTypes::subnet),
                type("AWS::EC2::RouteTable", "rtb", (request, id) -> Map.of("RouteTableId", id)),
                type("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc", (request, id) -> Map.of("Id", id)),
                type("AWS::EC2::Route", "r", (request, id) -> Map.of()),
                type("AWS::EC2::InternetGateway", "igw", (request, id) -> Map.of("InternetGatewayId", id)),
                type("AWS::EC2::VPCGatewayAttachment", "attach", (request, id) -> Map.of()),
                type("AWS::EC2::EIP", "eipalloc", (request, id) -> Map.of("AllocationId", id, "PublicIp", "127.0.0.1")),
                type("AWS::EC2::NatGateway", "nat", (request, id) -> Map.of("NatGatewayId", id)),
                type("AWS::EC2::VPCEndpoint", "vpce", (request, id) -> Map.of("Id", id)),
                type("AWS::EC2::SecurityGroup", "sg", NetworkTypes::group),
                type("AWS::EC2::SecurityGroupIngress", "sgr", (request, id) -> Map.of("Id", id)),
                type("AWS::EC2::SecurityGroupEgress", "sgr", (request, id) -> Map.of("Id", id)));
    }

    private static ResourceProvider type(
            String type,
            String prefix,
            java.util.function.BiFunction<ResourceRequest, String, Map<String, String>> attributes) {
        return new Recorded(type, request -> id(prefix, request.generatedName()), attributes);
    }

    private static String id(String prefix, String name) {
        String digits = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return prefix + "-" + digits.substring(0, ID_DIGITS).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> vpc(ResourceRequest request, String id) {
        return Map.of(
                "VpcId", id,
                "CidrBlock", request.properties().path("CidrBlock").asText(),
                "DefaultSecurityGroup", id("sg", id),
                "DefaultNetworkAcl", id("acl", id));
    }

    private static Map<String, String> subnet(ResourceRequest request, String id) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("SubnetId", id));
        for (String name : List.of("VpcId", "CidrBlock", "AvailabilityZone")) {
            JsonNode value = request.properties().path(name);
            if (!value.isMissingNode()) {
                attributes.put(name, value.asText());
            }
        }
        return attributes;
    }

    private static Map<String, String> group(ResourceRequest request, String id) {
        return Map.of(
                "GroupId",
                id,
                "Id",
                id,
                "VpcId",
                request.properties().path("VpcId").asText());
    }
}
