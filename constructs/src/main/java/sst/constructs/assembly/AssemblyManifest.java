package sst.constructs.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the CDK says of an assembly it wrote.
 *
 * @param stacks by physical name
 * @param assets the text of all asset manifests, in which every asset that is used is named
 */
record AssemblyManifest(Map<String, Written> stacks, List<String> assets) {
    private static final String LOGICAL_ID = "aws:cdk:logicalId";

    /**
     * A stack as it was written.
     *
     * @param id its id in the CDK's tree
     * @param logicalIds by construct path
     */
    record Written(String id, Map<String, String> logicalIds) {}

    static AssemblyManifest read(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode artifacts =
                json.readTree(folder.resolve("manifest.json").toFile()).path("artifacts");
        Map<String, Written> stacks = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> artifact : artifacts.properties()) {
            if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                String name =
                        artifact.getValue().path("properties").path("stackName").asText(artifact.getKey());
                stacks.put(name, new Written(artifact.getKey(), logicalIds(folder, artifact.getValue(), json)));
            }
        }
        return new AssemblyManifest(stacks, assetManifests(folder));
    }

    boolean names(String asset) {
        return assets.stream().anyMatch(text -> text.contains("\"" + asset + "\""));
    }

    private static Map<String, String> logicalIds(Path folder, JsonNode artifact, ObjectMapper json)
            throws IOException {
        JsonNode metadata = artifact.path("metadata");
        String file = artifact.path("additionalMetadataFile").asText("");
        if (!file.isEmpty()) {
            metadata = json.readTree(folder.resolve(file).toFile());
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : metadata.properties()) {
            for (JsonNode entry : path.getValue()) {
                if (entry.path("type").asText().equals(LOGICAL_ID)) {
                    ids.put(path.getKey().substring(1), entry.path("data").asText());
                }
            }
        }
        return ids;
    }

    private static List<String> assetManifests(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(each -> each.toString().endsWith(".assets.json"))
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
