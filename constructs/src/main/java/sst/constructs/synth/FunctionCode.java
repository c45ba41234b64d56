package sst.constructs.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sst.constructs.build.BuildResults;
import sst.constructs.build.BuiltFunction;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.construct.StackSite;
import sst.constructs.function.FunctionRequests;
import sst.constructs.synth.ConstructTypes.FunctionKey;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.model.function.FunctionProps;

/** The code of all functions of an app: what has to be built, and what was. */
final class FunctionCode implements StackSite.Code {
    private final Map<FunctionKey, BuildRequest> requests;
    private Map<String, BuiltFunction> built = Map.of();

    private FunctionCode(Map<FunctionKey, BuildRequest> requests) {
        this.requests = requests;
    }

    /**
     * Reads what has to be built off the props.
     *
     * @throws UserError with everything that cannot be built at all
     */
    static FunctionCode of(Map<FunctionKey, FunctionProps> functions) {
        Map<FunctionKey, BuildRequest> requests = new LinkedHashMap<>();
        List<Diagnostic> refused = new ArrayList<>();
        functions.forEach((key, props) -> {
            try {
                requests.put(key, CdkErrors.at(key.at(), () -> request(key, props)));
            } catch (UserError e) {
                refused.addAll(e.diagnostics());
            }
        });
        if (!refused.isEmpty()) {
            throw new UserError(refused);
        }
        return new FunctionCode(requests);
    }

    private static BuildRequest request(FunctionKey key, FunctionProps props) {
        return FunctionRequests.of(key.address(), key.at(), props);
    }

    /** Hashes of everything the code is made from; empty when some of it was never built or has changed. */
    Optional<List<String>> inputHashes(FunctionBuilds builds) {
        return builds.inputHashes(requests.values());
    }

    /**
     * Builds all of it.
     *
     * @throws UserError with every function that could not be built
     */
    void build(FunctionBuilds builds) {
        BuildResults results = builds.build(List.copyOf(requests.values()));
        if (results.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            throw new UserError(results.diagnostics());
        }
        built = results.functions();
    }

    @Override
    public BuiltFunction of(ConstructModel construct, String key) {
        BuiltFunction code = built.get(FunctionKey.address(construct, key));
        if (code == null) {
            throw new IllegalStateException(
                    "no code was built for " + construct.id().path() + " " + key);
        }
        return code;
    }
}
