package sst.constructs.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.NodeOptions;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.Architecture;
import sst.model.function.FunctionProps;
import sst.model.function.NodeProps;

/** What has to be built for a function, from its props. */
public final class FunctionRequests {
    private static final List<String> FAMILIES = List.of("nodejs", "python", "java");
    private static final List<String> PREFIXED_BY_COLON = List.of("external", "inject", "pure", "drop");

    private FunctionRequests() {}

    /**
     * The request.
     *
     * @param function its address in the app
     * @throws sst.model.diagnostic.UserError when this kind of function cannot be built
     */
    public static BuildRequest of(String function, SourceRef at, FunctionProps props) {
        refuseUnknown(props);
        String runtime = props.runtime() == null ? "" : props.runtime().toString();
        String architecture = props.architecture() == Architecture.ARM_64 ? "arm64" : "x86_64";
        List<BuildRequest.CopyFile> files = props.copyFiles().stream()
                .map(file -> new BuildRequest.CopyFile(file.from(), Objects.requireNonNullElse(file.to(), file.from())))
                .toList();
        return new BuildRequest(
                function,
                at,
                handler(function, props),
                new BuildRequest.Target(runtime, architecture),
                Objects.requireNonNullElse(props.path(), ""),
                node(props.nodejs()),
                files);
    }

    private static String handler(String function, FunctionProps props) {
        if (props.handler() == null) {
            throw Errors.of(Code.MISSING_PROP, "function '" + function + "' needs 'handler'")
                    .hint("write handler 'src/list.main'")
                    .asError();
        }
        return props.handler();
    }

    private static void refuseUnknown(FunctionProps props) {
        if (props.runtime() != null && !FAMILIES.contains(props.runtime().family())) {
            throw unsupported("runtime '" + props.runtime() + "'", "use a nodejs, python or java runtime");
        }
        if (props.python() != null && !props.python().installCommands().isEmpty()) {
            throw unsupported("python.installCommands", "list the packages in requirements.txt");
        }
        if (props.python() != null && Boolean.FALSE.equals(props.python().noDocker())) {
            throw unsupported("python.noDocker false", "leave it out: pip runs without Docker");
        }
        if (props.java() != null
                && (props.java().buildTask() != null || props.java().buildOutputDir() != null)) {
            throw unsupported("java.buildTask and java.buildOutputDir", "leave them out: the project's jars are taken");
        }
    }

    private static sst.model.diagnostic.UserError unsupported(String what, String hint) {
        return Errors.of(Code.UNSUPPORTED, what + " is not supported")
                .hint(hint)
                .asError();
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
