package sst.runner.plan.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sst.runner.assembly.Origin;
import sst.runner.assembly.StackArtifact;
import sst.runner.plan.change.SecurityChange;

/** Finds the rights and network openings that differ between two canonical templates. */
final class SecurityDiff {
    private final StackArtifact stack;
    private final ObjectNode before;
    private final ObjectNode after;
    private final List<SecurityChange> found = new ArrayList<>();

    SecurityDiff(StackArtifact stack, ObjectNode before, ObjectNode after) {
        this.stack = stack;
        this.before = before;
        this.after = after;
    }

    List<SecurityChange> changes() {
        Set<String> ids = new TreeSet<>();
        before.path("Resources").fieldNames().forEachRemaining(ids::add);
        after.path("Resources").fieldNames().forEachRemaining(ids::add);
        ids.forEach(this::compare);
        return found;
    }

    private void compare(String id) {
        JsonNode old = before.path("Resources").path(id);
        JsonNode now = after.path("Resources").path(id);
        if (old.equals(now)) {
            return;
        }
        Origin origin =
                stack.origin(id, now.path("Type").asText(old.path("Type").asText()));
        Set<String> hadRights = sentences(old);
        Set<String> hasRights = sentences(now);
        hasRights.stream()
                .filter(right -> !hadRights.contains(right))
                .forEach(right -> found.add(new SecurityChange(right, origin, true)));
        hadRights.stream()
                .filter(right -> !hasRights.contains(right))
                .forEach(right -> found.add(new SecurityChange("no longer: " + right, origin, false)));
    }

    private Set<String> sentences(JsonNode resource) {
        JsonNode properties = resource.path("Properties");
        Set<String> sentences = new LinkedHashSet<>();
        Wording words = new Wording(stack, resource.path("Type").asText());
        switch (resource.path("Type").asText()) {
            case "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" ->
                sentences.addAll(
                        words.policy(words.names(properties.path("Roles")), properties.path("PolicyDocument")));
            case "AWS::IAM::Role" -> sentences.addAll(words.role(properties));
            case "AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy" ->
                sentences.addAll(words.policy("", properties.path("PolicyDocument")));
            case "AWS::Lambda::Permission" -> sentences.add(words.permission(properties));
            case "AWS::Lambda::Url" -> {
                if (properties.path("AuthType").asText().equals("NONE")) {
                    sentences.add("anyone may call the URL of " + words.name(properties.path("TargetFunctionArn")));
                }
            }
            case "AWS::EC2::SecurityGroup" -> {
                properties.path("SecurityGroupIngress").forEach(rule -> sentences.add(words.ingress(rule)));
                properties.path("SecurityGroupEgress").forEach(rule -> sentences.add(words.egress(rule)));
            }
            case "AWS::EC2::SecurityGroupIngress" -> sentences.add(words.ingress(properties));
            case "AWS::EC2::SecurityGroupEgress" -> sentences.add(words.egress(properties));
            default -> {}
        }
        return sentences;
    }
}
