package sst.constructs.build.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import sst.constructs.build.artifact.Artifact;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.ExportCheck;
import sst.constructs.build.request.HandlerName;
import sst.constructs.build.request.NodeOptions;

/** Bundles one entry file with everything it imports, as SST v2 does. */
final class NodeRecipe implements Recipe {
    private static final String SCHEME = "node-1";
    private static final String DEFAULT_VERSION = "22";

    private final Bench bench;
    private final Path entry;
    private final BuildRequest request;
    private final HandlerName name;

    /** The tools that all recipes share. */
    record Bench(Path project, Esbuild esbuild, NodePackages packages) {}

    NodeRecipe(Bench bench, Path entry, BuildRequest request) {
        this.bench = bench;
        this.entry = entry;
        this.request = request;
        this.name = HandlerName.of(request.handler());
    }

    @Override
    public String key() {
        NodeOptions options = request.options().node();
        return String.join(
                "\n",
                SCHEME,
                bench.esbuild().version(),
                bench.project().relativize(entry).toString(),
                request.target().toString(),
                options.toString(),
                new TreeMap<>(options.loader()).toString());
    }

    @Override
    public void prepare() {
        bench.packages().installIfMissing(entry);
    }

    @Override
    public Made make(Path target) {
        Bundle bundle = bench.esbuild().bundle(bench.project(), arguments(target), target.resolve(Bundle.METAFILE));
        bench.packages().installInto(target, entry, request);
        return new Made(inputs(bundle), bundle.exports());
    }

    @Override
    public String handler() {
        return name.base() + "." + name.function();
    }

    @Override
    public String runtime() {
        return request.target().runtime().isEmpty()
                ? "nodejs" + DEFAULT_VERSION + ".x"
                : request.target().runtime();
    }

    @Override
    public void check(Artifact artifact) {
        new ExportCheck(bench.project().relativize(entry).toString(), artifact.exports())
                .require(name.function(), name::withFunction);
    }

    private List<String> arguments(Path target) {
        NodeOptions options = request.options().node();
        List<String> line = new ArrayList<>();
        // "out=in" keeps the handler's path, so that Handler stays what the user wrote.
        line.add(name.base() + "=" + entry);
        line.addAll(List.of("--bundle", "--platform=node", "--keep-names", "--outdir=" + target));
        line.add("--metafile=" + target.resolve(Bundle.METAFILE));
        line.add("--target=node" + request.target().version("nodejs", DEFAULT_VERSION));
        line.addAll(format(options));
        if (options.isMinified()) {
            line.add("--minify");
        }
        if (options.hasSourceMap()) {
            line.add("--sourcemap");
        }
        if (options.isSplit()) {
            line.add("--splitting");
        }
        options.loader().forEach((extension, loader) -> line.add("--loader:" + extension + "=" + loader));
        externals(options).forEach(each -> line.add("--external:" + each));
        line.addAll(options.arguments());
        return line;
    }

    private static List<String> format(NodeOptions options) {
        if (options.isModule()) {
            return List.of(
                    "--format=esm",
                    "--main-fields=module,main",
                    "--out-extension:.js=.mjs",
                    "--banner:js=" + Banner.withModuleGlobals(options.banner()));
        }
        return options.banner().isEmpty()
                ? List.of("--format=cjs", "--out-extension:.js=.cjs")
                : List.of("--format=cjs", "--out-extension:.js=.cjs", "--banner:js=" + options.banner());
    }

    private List<String> externals(NodeOptions options) {
        List<String> external = new ArrayList<>(List.of("sharp", "pg-native"));
        if (request.target().runtime().equals("nodejs16.x")) {
            external.add("aws-sdk");
        }
        external.addAll(options.install());
        return external;
    }

    private Inputs inputs(Bundle bundle) {
        Set<Path> files = new HashSet<>(bundle.inputs(bench.project()));
        Set<Path> folders = new HashSet<>();
        for (Path file : files) {
            if (!file.toString().contains("node_modules")) {
                folders.add(file.getParent());
            }
        }
        bench.packages().manifest(entry).ifPresent(files::add);
        Path settings = bench.project().resolve("tsconfig.json");
        if (Files.exists(settings)) {
            files.add(settings);
        }
        return new Inputs(files, folders, Set.of());
    }
}
