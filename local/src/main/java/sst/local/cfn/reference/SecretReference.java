package sst.local.cfn.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import sst.local.cfn.template.TemplateError;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/**
 * What a dynamic reference says of a secret: {@code id:SecretString:json-key:version-stage:version-id}.
 *
 * @param secretId a name or an ARN
 * @param jsonKey a member of the secret's JSON text; empty for the whole text
 * @param stage a version's label; empty for the current one
 * @param version a version's id; empty for the one with the label
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html">AWS</a>
 */
public record SecretReference(String secretId, String jsonKey, String stage, String version) {
    private static final int ARN_PARTS = 7;

    static SecretReference parse(String text) {
        String[] parts = text.split(":", -1);
        int id = text.startsWith("arn:") ? Math.min(ARN_PARTS, parts.length) : 1;
        if (parts.length > id && !parts[id].equals("SecretString")) {
            throw new TemplateError(
                    "Incorrect format is used in the following SecretsManager dynamic reference: [" + text + "]");
        }
        String secret = String.join(":", java.util.Arrays.copyOf(parts, id));
        return new SecretReference(secret, at(parts, id + 1), at(parts, id + 2), at(parts, id + 3));
    }

    private static String at(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    /** The part of the secret's text that is meant; empty when the text has no such part. */
    public Optional<String> part(String text) {
        if (jsonKey.isEmpty()) {
            return Optional.of(text);
        }
        try {
            return Json.parse(text) instanceof ObjectNode object
                    ? Optional.ofNullable(object.get(jsonKey)).map(JsonNode::asText)
                    : Optional.empty();
        } catch (AwsException noJson) {
            return Optional.empty();
        }
    }
}
