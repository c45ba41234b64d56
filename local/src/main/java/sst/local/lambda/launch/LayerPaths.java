package sst.local.lambda.launch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where runtimes look into layers. On AWS these lie over one another in {@code /opt}; here each is a folder of its own, and
 * the last one is looked into first (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html).
 */
record LayerPaths(List<Path> layers) {
    LayerPaths {
        List<Path> lastFirst = new ArrayList<>(layers);
        java.util.Collections.reverse(lastFirst);
        layers = List.copyOf(lastFirst);
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    String executables() {
        return join(Stream.of("bin"));
    }

    String libraries() {
        return join(Stream.of("lib"));
    }

    String node(String runtime) {
        String version = runtime.replaceAll("\\D*(\\d+).*", "$1");
        return join(Stream.of("nodejs/node_modules", "nodejs/node" + version + "/node_modules"));
    }

    String python(String runtime) {
        return join(Stream.of("python", "python/lib/" + runtime + "/site-packages"));
    }

    /** The jars of {@code java/lib}, in the order of their names. */
    String java() {
        return layers.stream()
                .map(layer -> layer.resolve("java/lib").toFile().listFiles((folder, name) -> name.endsWith(".jar")))
                .filter(jars -> jars != null)
                .flatMap(jars -> Stream.of(jars).map(File::getPath).sorted())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String join(Stream<String> folders) {
        List<String> names = folders.toList();
        return layers.stream()
                .flatMap(layer -> names.stream().map(layer::resolve))
                .filter(Files::isDirectory)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
