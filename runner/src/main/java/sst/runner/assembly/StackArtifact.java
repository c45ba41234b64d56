package sst.runner.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One CloudFormation stack of an assembly.
 *
 * @param id the artifact's id in manifest.json
 * @param stackName its name in CloudFormation
 * @param label the short name that the config gives it
 * @param region null where the assembly leaves it to the environment
 * @param account null where the assembly leaves it to the credentials
 * @param template the template as JSON
 * @param templateText the template's bytes as text, as they are sent
 * @param dependsOn names of the stacks that must be deployed before this one
 * @param origins by logical id
 */
public record StackArtifact(
        String id,
        String stackName,
        String label,
        @Nullable String region,
        @Nullable String account,
        JsonNode template,
        String templateText,
        StackSettings settings,
        Set<String> dependsOn,
        List<AssetEntry> assets,
        Map<String, Origin> origins) {
    public StackArtifact {
        dependsOn = Set.copyOf(dependsOn);
        assets = List.copyOf(assets);
        origins = Map.copyOf(origins);
    }

    /** The same stack with another template; {@code templateUrl} is null when it is sent inline. */
    public StackArtifact with(
            JsonNode newTemplate, String text, @Nullable String templateUrl, List<AssetEntry> newAssets) {
        StackSettings own = settings.withTemplateUrl(templateUrl);
        return new StackArtifact(
                id, stackName, label, region, account, newTemplate, text, own, dependsOn, newAssets, origins);
    }

    /** Where a resource comes from, or a stand-in that only knows its logical id. */
    public Origin origin(String logicalId, String type) {
        Origin known = origins.get(logicalId);
        return known != null ? known : new Origin(logicalId, type, null);
    }
}
