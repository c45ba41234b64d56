package sst.runner.action.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sst.model.diagnostic.SstException;
import sst.runner.assembly.AssemblyReader;
import sst.runner.assembly.Origin;

/** Construct names of deployed resources as the last assembly knew them; without one, logical ids must do. */
public final class ConstructNames {
    private final Map<String, Map<String, Origin>> origins = new HashMap<>();

    /** @param assembly the last assembly's folder, which need not exist */
    public ConstructNames(Path assembly) {
        if (!Files.isDirectory(assembly)) {
            return;
        }
        try {
            AssemblyReader.read(assembly).stacks().forEach(stack -> origins.put(stack.stackName(), stack.origins()));
        } catch (SstException e) {
            // A half-written assembly only costs the nicer names.
            origins.clear();
        }
    }

    /** The construct, or the logical id where it is unknown. */
    public String of(String stack, String logicalId) {
        return origin(stack, logicalId).map(Origin::construct).orElse(logicalId);
    }

    /** What made a resource, where it is known. */
    public Optional<Origin> origin(String stack, String logicalId) {
        return Optional.ofNullable(origins.getOrDefault(stack, Map.of()).get(logicalId));
    }
}
