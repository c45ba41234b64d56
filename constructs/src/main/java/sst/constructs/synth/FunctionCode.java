package sst.constructs.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import sst.constructs.build.BuildResults;
import sst.constructs.build.BuiltCode;
import sst.constructs.build.BuiltFunction;
import sst.constructs.build.BuiltImage;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.build.ImageFolder;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.construct.StackSite;
import sst.constructs.function.FunctionRequests;
import sst.constructs.synth.ConstructTypes.FunctionKey;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;
import sst.model.function.FunctionProps;
import sst.model.function.FunctionRuntime;
import sst.model.function.build.ContainerBlock;
import sst.model.function.build.ContainerProps;

/** The code of all functions of an app: what has to be built, and what was. */
final class FunctionCode implements StackSite.Code {
    private final Map<FunctionKey, BuildRequest> requests;
    private final Map<FunctionKey, FunctionProps> containers;
    private final Map<String, BuiltCode> built = new LinkedHashMap<>();

    private FunctionCode(Map<FunctionKey, BuildRequest> requests, Map<FunctionKey, FunctionProps> containers) {
        this.requests = requests;
        this.containers = containers;
    }

    /**
     * Reads what has to be built off the props.
     *
     * @param stamp stands for the text of closures among the props
     * @throws UserError with everything that cannot be built at all
     */
    static FunctionCode of(Map<FunctionKey, FunctionProps> functions, String stamp) {
        Map<FunctionKey, BuildRequest> requests = new LinkedHashMap<>();
        Map<FunctionKey, FunctionProps> containers = new LinkedHashMap<>();
        List<Diagnostic> refused = new ArrayList<>();
        functions.forEach((key, props) -> {
            try {
                BuildRequest request =
                        CdkErrors.at(key.at(), () -> FunctionRequests.of(key.address(), key.at(), props, stamp));
                if (props.runtime() == FunctionRuntime.CONTAINER) {
                    containers.put(key, props);
                } else {
                    requests.put(key, request);
                }
            } catch (UserError e) {
                refused.addAll(e.diagnostics());
            }
        });
        if (!refused.isEmpty()) {
            throw new UserError(refused);
        }
        return new FunctionCode(requests, containers);
    }

    /** Hashes of everything the code is made from; empty when some of it was never built or has changed. */
    Optional<List<String>> inputHashes(FunctionBuilds builds) {
        return builds.inputHashes(requests.values()).map(code -> withImages(code, builds));
    }

    /** The same of the code that was built, as it was then; empty when some of it is built anew each time. */
    Optional<List<String>> builtHashes(FunctionBuilds builds) {
        List<String> hashes = new ArrayList<>();
        for (BuildRequest request : requests.values()) {
            if (!(built.get(request.function()) instanceof BuiltFunction code)
                    || code.inputHash().isEmpty()) {
                return Optional.empty();
            }
            hashes.add(request.function() + " " + code.inputHash());
        }
        return Optional.of(withImages(hashes, builds));
    }

    private List<String> withImages(List<String> code, FunctionBuilds builds) {
        List<String> hashes = new ArrayList<>(code);
        containers
                .keySet()
                .forEach(key ->
                        hashes.add(key.address() + " " + image(builds, key).hash()));
        return hashes;
    }

    private ImageFolder image(FunctionBuilds builds, FunctionKey key) {
        FunctionProps props = Objects.requireNonNull(containers.get(key));
        ContainerProps container = Objects.requireNonNullElseGet(
                props.container(), () -> ContainerBlock.SCHEMA.newBlock().partial());
        return new ImageFolder(key.address(), key.at(), builds.folder(String.valueOf(props.handler())), container);
    }

    /**
     * Builds all of it; images are built when they are published.
     *
     * @throws UserError with every function that could not be built
     */
    void build(FunctionBuilds builds) {
        BuildResults results = builds.build(List.copyOf(requests.values()));
        if (results.diagnostics().stream().anyMatch(Diagnostic::isError)) {
            throw new UserError(results.diagnostics());
        }
        built.putAll(results.functions());
        containers.keySet().forEach(key -> {
            ImageFolder image = image(builds, key);
            image.check();
            built.put(key.address(), new BuiltImage(image.folder(), image.props(), image.hash()));
        });
    }

    @Override
    public BuiltCode of(ConstructModel construct, String key) {
        BuiltCode code = built.get(FunctionKey.address(construct, key));
        if (code == null) {
            throw new IllegalStateException(
                    "no code was built for " + construct.id().path() + " " + key);
        }
        return code;
    }
}
