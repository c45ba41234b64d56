package sst.constructs.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.constructs.build.request.BuildOptions;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.NodeOptions;
import sst.constructs.build.request.Packing;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.Architecture;
import sst.model.function.FunctionProps;
import sst.model.function.build.BuildHooks;
import sst.model.function.build.JavaProps;
import sst.model.function.build.NodeProps;
import sst.model.function.build.PythonProps;

/** What has to be built for a function, from its props. */
public final class FunctionRequests {
    private static final List<String> PREFIXED_BY_COLON = List.of("external", "inject", "pure", "drop");

    private FunctionRequests() {}

    /**
     * The request.
     *
     * @param function its address in the app
     * @param stamp stands for the text of the config's closures
     * @throws sst.model.diagnostic.UserError when this kind of function cannot be built
     */
    public static BuildRequest of(String function, SourceRef at, FunctionProps props, String stamp) {
        String runtime = props.runtime() == null ? "" : props.runtime().toString();
        String architecture = props.architecture() == Architecture.ARM_64 ? "arm64" : "x86_64";
        return new BuildRequest(
                function,
                at,
                handler(function, props),
                new BuildRequest.Target(runtime, architecture),
                Objects.requireNonNullElse(props.path(), ""),
                new BuildOptions(node(props.nodejs()), python(props.python()), jvm(props.java())),
                packing(props, stamp));
    }

    private static Packing packing(FunctionProps props, String stamp) {
        List<Packing.CopyFile> files = props.copyFiles().stream()
                .map(file -> new Packing.CopyFile(
                        String.valueOf(file.from()),
                        Objects.requireNonNullElse(file.to(), String.valueOf(file.from()))))
                .toList();
        BuildHooks hooks = props.hooks();
        return hooks == null ? Packing.of(files) : new Packing(files, hooks.beforeBuild(), hooks.afterBuild(), stamp);
    }

    private static String handler(String function, FunctionProps props) {
        if (props.handler() == null) {
            throw Errors.of(Code.MISSING_PROP, "function '" + function + "' needs 'handler'")
                    .hint("write handler 'src/list.main'")
                    .asError();
        }
        return props.handler();
    }

    private static List<String> python(@Nullable PythonProps props) {
        if (props != null && Boolean.FALSE.equals(props.noDocker())) {
            throw Errors.of(Code.UNSUPPORTED, "python.noDocker false is not supported")
                    .hint("leave it out: pip runs without Docker")
                    .asError();
        }
        return props == null ? List.of() : props.installCommands();
    }

    private static BuildOptions.JvmTask jvm(@Nullable JavaProps props) {
        return props == null
                ? BuildOptions.JvmTask.USUAL
                : new BuildOptions.JvmTask(
                        Objects.requireNonNullElse(props.buildTask(), ""),
                        Objects.requireNonNullElse(props.buildOutputDir(), ""),
                        Objects.toString(props.experimentalUseProvidedRuntime(), ""));
    }

    private static NodeOptions node(@Nullable NodeProps props) {
        if (props == null) {
            return NodeOptions.defaults();
        }
        return new NodeOptions(
                props.format() == NodeProps.Format.CJS ? "cjs" : "esm",
                Boolean.TRUE.equals(props.minify()),
                Boolean.TRUE.equals(props.sourcemap()),
                Boolean.TRUE.equals(props.splitting()),
                Objects.requireNonNullElse(props.banner(), ""),
                props.install(),
                props.loader(),
                arguments(props.esbuild()));
    }

    /** esbuild's options as its command line writes them: {@code keepNames: true} is {@code --keep-names}. */
    private static List<String> arguments(Map<String, Object> options) {
        List<String> arguments = new ArrayList<>();
        options.forEach((name, value) -> {
            String flag = "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (value instanceof List<?> items && PREFIXED_BY_COLON.contains(name)) {
                items.forEach(item -> arguments.add(flag + ":" + item));
            } else if (value instanceof List<?> items) {
                arguments.add(flag + "="
                        + String.join(",", items.stream().map(String::valueOf).toList()));
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> arguments.add(flag + ":" + key + "=" + each));
            } else {
                arguments.add(Boolean.TRUE.equals(value) ? flag : flag + "=" + value);
            }
        });
        return arguments;
    }
}
