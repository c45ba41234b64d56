package sst.constructs.build.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** The packages that Python code asks for in {@code requirements.txt}. */
final class Requirements {
    private static final String FILE = "requirements.txt";
    private static final int SHOWN = 20;

    private final Path root;

    Requirements(Path root) {
        this.root = root;
    }

    /** What Lambda runs on. */
    record Platform(String python, String architecture) {
        private List<String> arguments() {
            String machine = architecture.equals("arm64") ? "aarch64" : "x86_64";
            return List.of(
                    "--python-version",
                    python,
                    "--implementation",
                    "cp",
                    "--platform",
                    "manylinux2014_" + machine,
                    "--platform",
                    "manylinux_2_28_" + machine,
                    "--only-binary=:all:");
        }
    }

    /** Installs them into a package with pip, for Lambda's platform; nothing runs when there are none. */
    void installInto(Path target, Platform platform) {
        if (!hasAny()) {
            refuseOtherKinds();
            return;
        }
        List<String> line = new ArrayList<>(List.of("python3", "-m", "pip", "install", "--quiet"));
        line.addAll(List.of("--disable-pip-version-check", "--no-input", "--no-compile"));
        line.addAll(List.of("-r", FILE, "--target", target.toString(), "--upgrade"));
        line.addAll(platform.arguments());
        Command.Output output = Command.in(root, line).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, "pip cannot install " + root.resolve(FILE))
                    .detail(output.tail(SHOWN))
                    .asError();
        }
    }

    private boolean hasAny() {
        Path file = root.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void refuseOtherKinds() {
        for (String name : List.of("Pipfile", "poetry.lock")) {
            if (Files.exists(root.resolve(name)) && !Files.exists(root.resolve(FILE))) {
                throw Errors.of(Code.UNSUPPORTED, root.resolve(name) + " cannot be installed")
                        .hint("export it to " + FILE + " beside it")
                        .asError();
            }
        }
    }
}
