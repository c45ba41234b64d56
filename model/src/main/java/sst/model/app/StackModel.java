package sst.model.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;

/**
 * A stack as it was written, immutable.
 *
 * @param name its name in the config
 * @param options region, description, tags …
 * @param functionDefaults what its functions start from, the app's defaults already below them; null for none
 * @param constructs in the order written
 * @param cdkBlocks raw CDK code, in the order written
 * @param outputs by key, values with reference tokens
 * @param dependsOn names of stacks that are deployed before, from {@code dependsOn} and from references
 * @param at the line that opens it first
 */
public record StackModel(
        String name,
        StackOptions options,
        @Nullable FunctionProps functionDefaults,
        List<ConstructModel> constructs,
        List<CdkBlock> cdkBlocks,
        Map<String, String> outputs,
        List<String> dependsOn,
        SourceRef at) {
    public StackModel {
        constructs = List.copyOf(constructs);
        cdkBlocks = List.copyOf(cdkBlocks);
        outputs = new LinkedHashMap<>(outputs);
        dependsOn = List.copyOf(dependsOn);
    }
}
