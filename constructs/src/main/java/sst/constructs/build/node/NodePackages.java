package sst.constructs.build.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** The npm packages that code needs: installed when they are missing, and put into a package when they cannot be bundled. */
final class NodePackages {
    private static final String MANIFEST = "package.json";
    private static final int SHOWN = 20;

    private final Path project;
    private final BuildListener listener;

    NodePackages(Path project, BuildListener listener) {
        this.project = project;
        this.listener = listener;
    }

    /** The nearest {@code package.json} above the file, inside the app or above it. */
    Optional<Path> manifest(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path manifest = folder.resolve(MANIFEST);
            if (Files.isRegularFile(manifest)) {
                return Optional.of(manifest);
            }
        }
        return Optional.empty();
    }

    /** Installs what the nearest {@code package.json} names, if nothing was ever installed; once for all functions. */
    synchronized void installIfMissing(Path entry) {
        Optional<Path> manifest = manifest(entry);
        if (manifest.isEmpty() || !needsPackages(manifest.get()) || hasPackages(manifest.get())) {
            return;
        }
        Path folder = folder(manifest.get());
        List<String> line = installer(folder);
        Path shown = folder.startsWith(project) ? project.relativize(folder) : folder;
        listener.note("installing packages" + (shown.toString().isEmpty() ? "" : " of " + shown) + ": "
                + String.join(" ", line));
        run(folder, line);
    }

    /** Installs the packages that are not bundled, for Lambda's platform, in the versions that the app asks for. */
    void installInto(Path target, Path entry, BuildRequest request) {
        List<String> names = request.options().node().install();
        if (names.isEmpty()) {
            return;
        }
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        ObjectNode dependencies = manifest.putObject("dependencies");
        JsonNode own = manifest(entry).map(NodePackages::read).orElse(manifest);
        names.forEach(name ->
                dependencies.put(name, own.path("dependencies").path(name).asText("*")));
        try {
            new ObjectMapper().writeValue(target.resolve(MANIFEST).toFile(), manifest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.note("installing " + String.join(", ", names) + " for " + request.function());
        String cpu = request.target().architecture().equals("arm64") ? "arm64" : "x64";
        run(target, List.of("npm", "install", "--no-audit", "--no-fund", "--os=linux", "--cpu=" + cpu, "--libc=glibc"));
    }

    private static boolean needsPackages(Path manifest) {
        JsonNode content = read(manifest);
        return !content.path("dependencies").isEmpty()
                || !content.path("devDependencies").isEmpty();
    }

    private static Path folder(Path manifest) {
        return manifest.resolveSibling("").toAbsolutePath().normalize();
    }

    private static boolean hasPackages(Path manifest) {
        for (Path each = manifest.getParent(); each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve("node_modules"))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> installer(Path folder) {
        if (Files.exists(folder.resolve("pnpm-lock.yaml"))) {
            return List.of("pnpm", "install", "--frozen-lockfile");
        }
        if (Files.exists(folder.resolve("yarn.lock"))) {
            return List.of("yarn", "install", "--frozen-lockfile");
        }
        List<String> line = new ArrayList<>(List.of("npm"));
        line.add(Files.exists(folder.resolve("package-lock.json")) ? "ci" : "install");
        line.addAll(List.of("--no-audit", "--no-fund"));
        return line;
    }

    private static void run(Path folder, List<String> line) {
        Command.Output output = Command.in(folder, line).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, "'" + String.join(" ", line) + "' failed in " + folder)
                    .detail(output.tail(SHOWN))
                    .asError();
        }
    }

    private static JsonNode read(Path manifest) {
        try {
            return new ObjectMapper().readTree(manifest.toFile());
        } catch (IOException e) {
            throw Errors.of(Code.BUILD_FAILED, manifest + " is not valid JSON")
                    .detail(String.valueOf(e.getMessage()))
                    .asError();
        }
    }
}
