package sst.constructs.synth;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sst.constructs.assembly.AssemblyFolder;
import sst.constructs.assembly.AssemblyLock;
import sst.constructs.assembly.Fingerprint;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.construct.Places;
import sst.constructs.construct.ProjectFiles;
import sst.constructs.kernel.Kernel;
import sst.model.app.AppModel;

/** From a model to a cloud assembly: the way in to this module. */
public final class Synth {
    private final FunctionBuilds builds;
    private final Supplier<Kernel> kernel;
    private final ConstructTypes types = new ConstructTypes();

    /**
     * A synthesis.
     *
     * @param kernel asked only when the CDK has to run; may have been warmed long before
     */
    public Synth(FunctionBuilds builds, Supplier<Kernel> kernel) {
        this.builds = builds;
        this.kernel = kernel;
    }

    /**
     * The assembly of the model. The last one is used again when model, code, options and versions are what it was
     * made from; then no program is started.
     *
     * @throws sst.model.diagnostic.UserError when code does not build, or the CDK refuses what the config says
     */
    public SynthResult run(AppModel model, SynthOptions options) {
        FunctionCode code = FunctionCode.of(types.functions(model), model.sourceHash());
        String now = fingerprint(model, options, code.inputHashes(builds));
        // Another run may have made it while this one waited.
        return last(options, now)
                .orElseGet(() -> AssemblyLock.holding(
                        options.out(), () -> last(options, now).orElseGet(() -> make(model, options, code))));
    }

    /** The last assembly, if it is what the model would become; looking costs no synthesis. */
    public Optional<Path> current(AppModel model, SynthOptions options) {
        FunctionCode code = FunctionCode.of(types.functions(model), model.sourceHash());
        return last(options, fingerprint(model, options, code.inputHashes(builds)))
                .map(SynthResult::assembly);
    }

    private static Optional<SynthResult> last(SynthOptions options, String now) {
        boolean isLast = !now.isEmpty()
                && new AssemblyFolder(options.out()).fingerprint().equals(Optional.of(now));
        return isLast ? Optional.of(new SynthResult(options.out(), now, true)) : Optional.empty();
    }

    private SynthResult make(AppModel model, SynthOptions options, FunctionCode code) {
        code.build(builds);
        Kernel cdk = kernel.get();
        cdk.connect();
        try {
            return write(model, options, code);
        } finally {
            cdk.release();
        }
    }

    private SynthResult write(AppModel model, SynthOptions options, FunctionCode code) {
        AssemblyFolder folder = new AssemblyFolder(options.out());
        folder.open();
        Places places = new AppSynthesis(model, types, options, files()).run(options, code);
        String fingerprint = fingerprint(model, options, code.builtHashes(builds));
        folder.close(model, options.region(), places, fingerprint);
        return new SynthResult(options.out(), fingerprint, false);
    }

    /** Names everything that an assembly is made from; empty when code has to be built first. */
    public String fingerprint(AppModel model, SynthOptions options) {
        FunctionCode code = FunctionCode.of(types.functions(model), model.sourceHash());
        return fingerprint(model, options, code.inputHashes(builds));
    }

    private String fingerprint(AppModel model, SynthOptions options, Optional<List<String>> code) {
        return code.map(hashes -> Stream.concat(hashes.stream(), files().hashes(types.files(model)).stream())
                        .toList())
                .map(hashes -> Fingerprint.of(
                        model, options.region() + " " + options.account() + " " + options.context(), hashes))
                .orElse("");
    }

    private ProjectFiles files() {
        return new ProjectFiles(builds.project());
    }
}
