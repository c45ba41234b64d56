package sst.constructs.build.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * The esbuild program. It comes as a jar for each platform, of which Maven fetches the one for the machine that builds
 * this product; it is unpacked once into the user's cache.
 */
final class Esbuild {
    private final Path cache;

    Esbuild(Path cache) {
        this.cache = cache;
    }

    /** Bundles; the metafile is taken from where the arguments put it. */
    Bundle bundle(Path project, List<String> arguments, Path metafile) {
        List<String> line = new ArrayList<>();
        line.add(program().toString());
        line.addAll(arguments);
        line.addAll(List.of("--color=false", "--log-level=error", "--log-limit=20"));
        Command.Output output = new Command(line, project, Map.of()).run();
        if (!output.isSuccess()) {
            throw EsbuildErrors.in(output.text());
        }
        return Bundle.take(metafile);
    }

    String version() {
        String name = "/META-INF/maven/org.mvnpm.at.esbuild/" + platform() + "/pom.properties";
        try (InputStream stream = Esbuild.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw Errors.of(Code.TOOL_MISSING, "no esbuild for " + platform() + " is on the class path")
                        .hint("build this product on this kind of machine")
                        .asError();
            }
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private synchronized Path program() {
        String version = version();
        Path program =
                cache.resolve("esbuild").resolve(version + "-" + platform()).resolve("esbuild");
        if (!Files.isExecutable(program)) {
            unpack(version, program);
        }
        return program;
    }

    private static void unpack(String version, Path program) {
        String inJar = platform().startsWith("win32") ? "esbuild.exe" : "bin/esbuild";
        String name = "/META-INF/resources/_static/" + platform() + "/" + version + "/" + inJar;
        try (InputStream stream = Esbuild.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            Path folder = program.getParent();
            Files.createDirectories(folder);
            Path making = Files.createTempFile(folder, "esbuild", "");
            Files.copy(stream, making, StandardCopyOption.REPLACE_EXISTING);
            if (!making.toFile().setExecutable(true)) {
                throw new IOException("cannot make it executable");
            }
            Files.move(making, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + name, e);
        }
    }

    /** npm's name of this machine's kind, such as {@code linux-x64}. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        if (system.startsWith("mac")) {
            return "darwin-" + machine;
        }
        return (system.startsWith("windows") ? "win32-" : "linux-") + machine;
    }
}
