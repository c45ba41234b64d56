package sst.runner.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one stack artifact of a manifest, its template and its asset manifests into a {@link StackArtifact}. */
final class StackReader {
    private final AssemblyFolder folder;
    private final Map<String, JsonAt> artifacts;
    private final SstJson sst;

    StackReader(AssemblyFolder folder, Map<String, JsonAt> artifacts, SstJson sst) {
        this.folder = folder;
        this.artifacts = artifacts;
        this.sst = sst;
    }

    static boolean isStack(JsonAt artifact) {
        return "aws:cloudformation:stack".equals(artifact.textOf("type"));
    }

    StackArtifact read(String id, JsonAt artifact) {
        JsonAt properties = artifact.get("properties");
        String name = nameOf(id, artifact);
        JsonAt file = properties.get("templateFile");
        String text = folder.read(file);
        JsonNode template = JsonAt.parse(file.text(), text).node();
        if (!template.path("Resources").isObject()) {
            throw file.wrong("'" + file.text() + "' has no Resources").asError();
        }
        Links links = links(artifact);
        String[] environment = environment(artifact.get("environment"));
        return new StackArtifact(
                id,
                name,
                sst.labels().getOrDefault(name, name),
                known(environment[1]),
                known(environment[0]),
                template,
                text,
                settings(properties),
                links.stacks(),
                links.assets(),
                origins(name, artifact, template));
    }

    private Links links(JsonAt artifact) {
        Set<String> dependsOn = new LinkedHashSet<>();
        List<AssetEntry> assets = new ArrayList<>();
        for (JsonAt dependency : artifact.itemsOf("dependencies")) {
            JsonAt target = artifacts.get(dependency.text());
            if (target == null) {
                throw dependency
                        .wrong("'" + dependency.text() + "' is not in the manifest")
                        .asError();
            }
            if (isStack(target)) {
                dependsOn.add(nameOf(dependency.text(), target));
            } else if ("cdk:asset-manifest".equals(target.textOf("type"))) {
                assets.addAll(AssetManifest.read(folder, target));
            }
        }
        return new Links(dependsOn, assets);
    }

    /** What an artifact depends on: other stacks by name, and its assets. */
    private record Links(Set<String> stacks, List<AssetEntry> assets) {}

    private static String nameOf(String id, JsonAt artifact) {
        String name = artifact.get("properties").textOf("stackName");
        return name == null ? id : name;
    }

    /** {@code aws://account/region}. */
    private static String[] environment(JsonAt environment) {
        String text = environment.text();
        String[] parts = text.startsWith("aws://") ? text.substring(6).split("/", -1) : new String[0];
        if (parts.length != 2) {
            throw environment
                    .wrong("'" + text + "' is not of the form aws://account/region")
                    .asError();
        }
        return parts;
    }

    private static @Nullable String known(String part) {
        return part.startsWith("unknown-") ? null : part;
    }

    private static StackSettings settings(JsonAt properties) {
        @Nullable JsonAt protection = properties.find("terminationProtection");
        return new StackSettings(
                properties.textsOf("parameters"),
                properties.textsOf("tags"),
                protection != null && protection.node().asBoolean(),
                properties.textOf("stackTemplateAssetObjectUrl"),
                properties.textOf("assumeRoleArn"),
                properties.textOf("cloudFormationExecutionRoleArn"),
                properties.intOf("requiresBootstrapStackVersion", 0),
                properties.textOf("bootstrapStackVersionSsmParameter"));
    }

    /** sst.json knows constructs and lines; for the rest the CDK's own construct paths serve. */
    private Map<String, Origin> origins(String stack, JsonAt artifact, JsonNode template) {
        Map<String, Origin> origins = new HashMap<>();
        template.get("Resources").properties().forEach(resource -> {
            String type = resource.getValue().path("Type").asText();
            String path =
                    resource.getValue().path("Metadata").path("aws:cdk:path").asText("");
            if (!path.isEmpty()) {
                origins.put(resource.getKey(), new Origin(construct(path), type, null));
            }
        });
        metadata(artifact).forEach((path, entries) -> entries.items().forEach(entry -> {
            if ("aws:cdk:logicalId".equals(entry.textOf("type"))) {
                String logicalId = entry.get("data").text();
                String type =
                        template.path("Resources").path(logicalId).path("Type").asText("");
                origins.putIfAbsent(logicalId, new Origin(construct(path), type, null));
            }
        }));
        origins.putAll(sst.origins().getOrDefault(stack, Map.of()));
        return origins;
    }

    private Map<String, JsonAt> metadata(JsonAt artifact) {
        JsonAt file = artifact.find("additionalMetadataFile");
        if (file == null) {
            return artifact.entriesOf("metadata");
        }
        return JsonAt.parse(file.text(), folder.read(file)).entries();
    }

    /** {@code /stack/Api/Handler/Resource} as people know it: without the stack and the CDK's inner names. */
    private static String construct(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        int slash = bare.indexOf('/');
        String inner = slash < 0 ? bare : bare.substring(slash + 1);
        return inner.endsWith("/Resource") ? inner.substring(0, inner.length() - "/Resource".length()) : inner;
    }
}
