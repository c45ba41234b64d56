package sst.local.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import sst.local.iam.Records.Kind;
import sst.local.wire.CallContext;
import sst.local.wire.Operation;
import sst.local.wire.codec.Json;

/** The calls on policies that live inside a role. */
record InlineCalls(Records records) {
    void addTo(Map<String, Operation> operations) {
        operations.put("PutRolePolicy", this::put);
        operations.put("GetRolePolicy", this::get);
        operations.put("ListRolePolicies", this::list);
        operations.put("DeleteRolePolicy", this::delete);
    }

    private ObjectNode role(ObjectNode input) {
        return records.existing(Kind.ROLE, input.path("RoleName").asText());
    }

    private ObjectNode put(ObjectNode input, CallContext context) {
        String document = Records.document(input.path("PolicyDocument"));
        put(role(input), input.path("PolicyName").asText(), document);
        return Json.object();
    }

    /** Lays a policy into a role. */
    void put(ObjectNode role, String name, String document) {
        role.withObjectProperty("Inline").put(name, document);
        records.save(Kind.ROLE, role);
    }

    private ObjectNode get(ObjectNode input, CallContext context) {
        String name = input.path("PolicyName").asText();
        ObjectNode role = role(input);
        if (!role.path("Inline").has(name)) {
            throw Iam.noSuchEntity("The role policy with name " + name);
        }
        return Json.object()
                .put("RoleName", input.path("RoleName").asText())
                .put("PolicyName", name)
                .put(
                        "PolicyDocument",
                        Pages.encoded(role.path("Inline").path(name).asText()));
    }

    private ObjectNode list(ObjectNode input, CallContext context) {
        List<TextNode> names = role(input).path("Inline").properties().stream()
                .map(policy -> TextNode.valueOf(policy.getKey()))
                .toList();
        return Pages.page("PolicyNames", names, input);
    }

    private ObjectNode delete(ObjectNode input, CallContext context) {
        String name = input.path("PolicyName").asText();
        ObjectNode role = role(input);
        if (role.withObjectProperty("Inline").remove(name) == null) {
            throw Iam.noSuchEntity("The role policy with name " + name);
        }
        records.save(Kind.ROLE, role);
        return Json.object();
    }
}
