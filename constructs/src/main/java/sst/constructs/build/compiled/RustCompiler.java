package sst.constructs.build.compiled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;

/**
 * Rust, by cargo-lambda, which compiles for Lambda's system on any machine. The handler's file names the binary.
 *
 * @see <a href="https://www.cargo-lambda.info/commands/build.html">cargo lambda build</a>
 */
final class RustCompiler implements Compiler {
    private static final String BOOTSTRAP = "bootstrap";

    @Override
    public String language() {
        return "Rust";
    }

    @Override
    public boolean isFor(BuildRequest request) {
        String runtime = request.target().runtime();
        return runtime.isEmpty() ? request.handler().endsWith(".rs") : runtime.equals("rust");
    }

    @Override
    public List<String> markers() {
        return List.of("Cargo.toml");
    }

    @Override
    public List<String> line(BuildRequest request, Place place) {
        List<String> line = new ArrayList<>(List.of("cargo", "lambda", "build", "--release", "--bin", binary(request)));
        if (request.target().architecture().equals("arm64")) {
            line.add("--arm64");
        }
        line.addAll(List.of("--lambda-dir", place.target().toString()));
        return line;
    }

    @Override
    public void settle(BuildRequest request, Path target) {
        Path folder = target.resolve(binary(request));
        try {
            Files.move(folder.resolve(BOOTSTRAP), target.resolve(BOOTSTRAP));
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cargo lambda left no " + BOOTSTRAP + " in " + folder, e);
        }
    }

    private static String binary(BuildRequest request) {
        return HandlerName.of(request.handler()).file();
    }

    @Override
    public String install() {
        return "install cargo-lambda, see https://www.cargo-lambda.info";
    }
}
