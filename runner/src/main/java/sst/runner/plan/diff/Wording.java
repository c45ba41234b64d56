package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sst.runner.assembly.StackArtifact;

/** Says policy statements and network rules in words, with construct names in the place of logical ids. */
record Wording(StackArtifact stack, String type) {
    private static final int SHOWN_ACTIONS = 8;

    List<String> role(JsonNode role) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode statement : role.path("AssumeRolePolicyDocument").path("Statement")) {
            sentences.add(names(statement.path("Principal")) + " may act as this role" + condition(statement));
        }
        role.path("ManagedPolicyArns").forEach(arn -> sentences.add("the role has the rights of " + policyName(arn)));
        role.path("Policies").forEach(p -> sentences.addAll(policy("the role", p.path("PolicyDocument"))));
        return sentences;
    }

    List<String> policy(String who, JsonNode document) {
        List<String> sentences = new ArrayList<>();
        JsonNode statements = document.path("Statement");
        if (statements.isObject()) {
            sentences.add(statement(who, statements));
        }
        if (statements.isArray()) {
            statements.forEach(s -> sentences.add(statement(who, s)));
        }
        return sentences;
    }

    private String statement(String who, JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        String subject = principal.isMissingNode() ? who : names(principal);
        String may = statement.path("Effect").asText("Allow").equals("Deny") ? " may never " : " may ";
        String actions = statement.has("NotAction")
                ? "anything but " + actions(statement.path("NotAction"))
                : actions(statement.path("Action"));
        return subject + may + actions + " on " + names(statement.path("Resource")) + condition(statement);
    }

    String permission(JsonNode properties) {
        String source = properties.has("SourceArn") ? " from " + name(properties.path("SourceArn")) : "";
        return name(properties.path("Principal")) + " may call " + name(properties.path("FunctionName")) + source;
    }

    String ingress(JsonNode rule) {
        return peer(rule, "SourceSecurityGroupId") + " may connect to " + ports(rule);
    }

    String egress(JsonNode rule) {
        return "connections may go out to " + peer(rule, "DestinationSecurityGroupId") + " on " + ports(rule);
    }

    private String peer(JsonNode rule, String group) {
        String range = rule.path("CidrIp").asText(rule.path("CidrIpv6").asText(""));
        if (range.equals("0.0.0.0/0") || range.equals("::/0")) {
            return "the whole internet (" + range + ")";
        }
        return range.isEmpty() ? name(rule.path(group)) : range;
    }

    private static String ports(JsonNode rule) {
        String from = rule.path("FromPort").asText("");
        String to = rule.path("ToPort").asText("");
        if (from.isEmpty()) {
            return "all ports";
        }
        return from.equals(to) ? "port " + from : "ports " + from + " to " + to;
    }

    private String condition(JsonNode statement) {
        return statement.has("Condition") ? " (under a condition)" : "";
    }

    private String actions(JsonNode actions) {
        List<String> all = new ArrayList<>();
        if (actions.isArray()) {
            actions.forEach(a -> all.add(a.asText()));
        } else {
            all.add(actions.asText());
        }
        if (all.size() <= SHOWN_ACTIONS) {
            return String.join(", ", all);
        }
        return String.join(", ", all.subList(0, SHOWN_ACTIONS)) + " and " + (all.size() - SHOWN_ACTIONS) + " more";
    }

    /** One or many names of whatever form a template gives them. */
    String names(JsonNode node) {
        List<String> names = new ArrayList<>();
        collect(node, names);
        return names.isEmpty()
                ? "nobody"
                : String.join(", ", names.stream().distinct().toList());
    }

    private void collect(JsonNode node, List<String> names) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, names));
        } else if (node.isObject() && (node.has("Service") || node.has("AWS") || node.has("Federated"))) {
            node.forEach(item -> collect(item, names));
        } else if (!node.isMissingNode()) {
            String name = name(node);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
    }

    /** The construct behind a Ref, GetAtt, Join or Sub; a plain text as it is. */
    String name(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.has("Ref")) {
            return refName(node.path("Ref").asText());
        }
        if (node.has("Fn::GetAtt")) {
            return refName(node.path("Fn::GetAtt").path(0).asText());
        }
        if (node.has("Fn::ImportValue")) {
            return name(node.path("Fn::ImportValue"));
        }
        if (node.has("Fn::Join")) {
            StringBuilder joined = new StringBuilder();
            node.path("Fn::Join").path(1).forEach(part -> joined.append(name(part)));
            return joined.toString();
        }
        return node.has("Fn::Sub") ? node.path("Fn::Sub").asText() : node.toString();
    }

    private String refName(String id) {
        return switch (id) {
            case "AWS::NoValue" -> "";
            case "AWS::Partition" -> "aws";
            case "AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::URLSuffix" -> "*";
            default -> stack.origin(id, type).construct();
        };
    }

    private String policyName(JsonNode arn) {
        String name = name(arn);
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
