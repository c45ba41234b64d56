package sst.constructs.build;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.constructs.build.request.BuildRequest;
import sst.model.diagnostic.Diagnostic;

/**
 * What became of a set of functions: those that could be built, and why the others could not.
 *
 * @param functions by {@link BuildRequest#function()}
 * @param diagnostics errors and warnings
 */
public record BuildResults(Map<String, BuiltFunction> functions, List<Diagnostic> diagnostics) {
    public BuildResults {
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        diagnostics = List.copyOf(diagnostics);
    }
}
