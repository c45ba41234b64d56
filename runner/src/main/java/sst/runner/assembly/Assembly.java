package sst.runner.assembly;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that a deploy needs from a synthesized app, read and checked before any AWS call.
 *
 * @param root the assembly folder, absolute
 * @param app what sst.json says, or what stands in for it in a plain CDK assembly
 * @param stacks in dependency order, importers after exporters
 */
public record Assembly(Path root, AppStamp app, List<StackArtifact> stacks) {
    public Assembly {
        stacks = List.copyOf(stacks);
    }
}
