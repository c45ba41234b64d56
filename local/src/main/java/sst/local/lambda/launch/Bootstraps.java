package sst.local.lambda.launch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sst.local.lambda.jvm.JavaRuntime;

/** Where the programs are that run inside workers; scripts are written out of the jar once for each start of the cloud. */
final class Bootstraps {
    private final Path folder;

    Bootstraps(Path folder) {
        this.folder = folder;
        Stream.of("node.mjs", "cfn-answers.mjs", "api-hosts.mjs", "sdk.mjs", "sdk-hook.mjs", "python.py")
                .forEach(this::extract);
    }

    Path node() {
        return folder.resolve("node.mjs");
    }

    Path python() {
        return folder.resolve("python.py");
    }

    /** The class path of the Java bootstrap: its own classes and Jackson, which user code never sees. */
    static String javaClassPath() {
        return Stream.of(JavaRuntime.class, ObjectMapper.class, JsonParser.class, JsonInclude.class)
                .map(Bootstraps::home)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extract(String name) {
        try (InputStream in = Bootstraps.class.getResourceAsStream("/sst/local/lambda/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            Files.createDirectories(folder);
            Path part = folder.resolve(name + "." + UUID.randomUUID());
            Files.copy(in, part);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
