package sst.local.lambda.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sst.local.lambda.launch.Launcher.Surroundings;

/**
 * A worker's variables: what Lambda sets (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html), what
 * the function sets, and nothing of the user's own AWS settings, so that a function cannot reach a real account.
 */
record WorkerEnvironment(Machine machine, String endpoint) {
    private static final List<String> INHERITED = List.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH");
    private static final Pattern NPM = Pattern.compile(
            "PATH|HOME|USERPROFILE|APPDATA|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|((https?|no)_proxy|npm_config_.*)",
            Pattern.CASE_INSENSITIVE);

    Map<String, String> of(FunctionSpec spec, Surroundings own) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : INHERITED) {
            if (machine.environment().containsKey(name)) {
                all.put(name, machine.environment().get(name));
            }
        }
        all.put("LANG", "en_US.UTF-8");
        all.put("TZ", ":UTC");
        all.put("HOME", own.temp().toString());
        all.put("TMPDIR", own.temp().toString());
        if (spec.runtime().startsWith("nodejs")) {
            all.put("_SST_NPM", npm());
            all.put("NODE_PATH", spec.code().resolve("node_modules") + File.pathSeparator + spec.code());
        }
        all.putAll(spec.environment());
        layers(all, spec);
        all.putAll(lambda(spec, own));
        all.putAll(aws(spec, own.temp()));
        return all;
    }

    private static void layers(Map<String, String> all, FunctionSpec spec) {
        LayerPaths layers = new LayerPaths(spec.layers());
        if (layers.isEmpty()) {
            return;
        }
        append(all, "PATH", layers.executables());
        append(all, "LD_LIBRARY_PATH", layers.libraries());
        RuntimeFamily.of(spec.runtime()).ifPresent(family -> {
            switch (family) {
                case NODE -> append(all, "NODE_PATH", layers.node(spec.runtime()));
                case PYTHON -> append(all, "PYTHONPATH", layers.python(spec.runtime()));
                case JAVA -> append(all, "_SST_LAYERS", layers.java());
                case PROVIDED -> {}
            }
        });
    }

    /** What a function says itself comes first. */
    private static void append(Map<String, String> all, String name, String paths) {
        if (!paths.isEmpty()) {
            all.merge(name, paths, (own, more) -> own + File.pathSeparator + more);
        }
    }

    /** What npm needs to know of its user, as JSON; the bootstrap takes it away before the handler's code is loaded. */
    private String npm() {
        Map<String, String> all = new TreeMap<>(machine.environment());
        all.keySet().removeIf(name -> !NPM.matcher(name).matches());
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> lambda(FunctionSpec spec, Surroundings own) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("AWS_LAMBDA_RUNTIME_API", own.runtimeApi());
        all.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", spec.version());
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memory()));
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", spec.logGroup());
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", own.logStream());
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + spec.runtime());
        all.put("LAMBDA_TASK_ROOT", spec.code().toString());
        all.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
        all.put("_HANDLER", spec.handler());
        return all;
    }

    private Map<String, String> aws(FunctionSpec spec, Path temp) {
        return Map.of(
                "AWS_REGION",
                spec.region(),
                "AWS_DEFAULT_REGION",
                spec.region(),
                "AWS_ENDPOINT_URL",
                endpoint,
                "AWS_ACCESS_KEY_ID",
                "LOCALCLOUD",
                "AWS_SECRET_ACCESS_KEY",
                "local",
                "AWS_SESSION_TOKEN",
                "local",
                // The Java SDK would talk CBOR to Kinesis, which the local cloud does not read.
                "CBOR_ENABLED",
                "false",
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "AWS_CONFIG_FILE",
                temp.resolve(".aws-config").toString(),
                "AWS_SHARED_CREDENTIALS_FILE",
                temp.resolve(".aws-credentials").toString());
    }
}
