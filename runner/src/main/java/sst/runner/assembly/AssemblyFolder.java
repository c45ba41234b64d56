package sst.runner.assembly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The assembly's folder as a boundary: no path in a manifest, and no link behind it, may lead out of it. */
final class AssemblyFolder {
    private final Path root;

    AssemblyFolder(Path folder) {
        try {
            this.root = folder.toRealPath();
        } catch (IOException e) {
            throw Problems.of(Code.ASSEMBLY, "no assembly folder " + folder)
                    .hint("run sst build first, or name the folder that holds manifest.json")
                    .asError();
        }
    }

    Path root() {
        return root;
    }

    boolean has(String name) {
        return Files.isRegularFile(root.resolve(name));
    }

    String read(String name) {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw Problems.of(Code.ASSEMBLY, "no " + name + " in " + root)
                    .hint("run sst build to make a complete assembly")
                    .asError();
        }
        return readText(file, name);
    }

    String read(JsonAt name) {
        return readText(resolve(name), name.text());
    }

    /** The existing file or folder that a manifest names. */
    Path resolve(JsonAt name) {
        String text = name.text();
        try {
            Path relative = Path.of(text);
            Path target = root.resolve(relative).normalize();
            if (relative.isAbsolute() || !target.startsWith(root)) {
                throw name.wrong("'" + text + "' leaves the assembly folder").asError();
            }
            if (!Files.exists(target)) {
                throw name.wrong("'" + text + "' does not exist in the assembly")
                        .asError();
            }
            if (!target.toRealPath().startsWith(root)) {
                throw name.wrong("'" + text + "' is a link that leaves the assembly folder")
                        .asError();
            }
            return target;
        } catch (InvalidPathException | IOException e) {
            throw name.wrong("'" + text + "' is not a readable path")
                    .detail(e.toString())
                    .asError();
        }
    }

    private static String readText(Path file, String name) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problems.of(Code.ASSEMBLY, "cannot read " + name)
                    .detail(e.toString())
                    .asError();
        }
    }
}
