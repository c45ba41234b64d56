package sst.constructs.kernel;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sst.constructs.host.Folders;

/**
 * What node needs to run the kernel, made once per version of the CDK: the kernel's program, the CDK's packages
 * unpacked, their type indexes. Made in a folder aside and moved into place, so that a broken run leaves nothing
 * that looks ready and two runs at once do not meet.
 */
final class KernelFolder {
    private static final String JSII = "/software/amazon/jsii/lib/";
    private static final String PROTOCOL_OF_WRAPPER = "readFD:3,writeFD:3";
    private static final String PROTOCOL_OF_STDIO = "readFD:0,writeFD:1";

    private static final Pattern DELETE = Pattern.compile(
            "deleteObject\\(\\{\\[\\w+\\.TOKEN_REF]:(?<id>\\w+)}\\)\\{(?<body>if\\(!(?<table>.{1,30}?)\\.delete\\()");

    private final KernelOptions options;
    private final Path folder;

    KernelFolder(KernelOptions options) {
        this.options = options;
        this.folder = options.cache().resolve("kernel").resolve(version());
    }

    /** Starts the kernel, after preparing the folder if it is the first time. */
    Process start() {
        if (!Files.exists(script(folder))) {
            prepare();
        }
        return launch(folder, "start.cjs");
    }

    /** Makes sure that the prepared packages are those on the class path; they may differ in a development build. */
    boolean holds(List<JsiiPackage> expected) {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("packages.json").toFile())
                    .equals(new ObjectMapper().valueToTree(describe(expected)));
        } catch (IOException e) {
            return false;
        }
    }

    /** Throws the prepared folder away, so that the next start prepares it anew. */
    void discard() {
        Folders.delete(folder);
    }

    private void prepare() {
        try {
            Files.createDirectories(folder.getParent());
            Path making = Files.createTempDirectory(folder.getParent(), "making-");
            try {
                fill(making);
                KernelProcess.await(launch(making, "prepare.cjs"));
                Folders.moveIfAbsent(making, folder);
            } finally {
                Folders.delete(making);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the CDK in " + folder, e);
        }
    }

    private void fill(Path target) throws IOException {
        List<JsiiPackage> packages = JsiiPackage.all();
        for (JsiiPackage each : packages) {
            copy(each.open(), target.resolve(each.tarball()));
        }
        new ObjectMapper().writeValue(target.resolve("packages.json").toFile(), describe(packages));
        copy(resource(JSII + "runtime-index-worker.js"), target.resolve("runtime-index-worker.js"));
        copy(resource("/sst/constructs/kernel/start.cjs"), script(target));
        copy(resource("/sst/constructs/kernel/memory.cjs"), target.resolve("memory.cjs"));
        copy(resource("/sst/constructs/kernel/prepare.cjs"), target.resolve("prepare.cjs"));
        Files.writeString(target.resolve("program.js"), programOnStdio());
    }

    private static String programOnStdio() throws IOException {
        try (InputStream stream = resource(JSII + "program.js")) {
            String program = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            if (!program.contains(PROTOCOL_OF_WRAPPER)) {
                throw new IllegalStateException("this jsii runtime does not speak on descriptor 3 as 1.140 does");
            }
            return forgetting(program.replace(PROTOCOL_OF_WRAPPER, PROTOCOL_OF_STDIO));
        }
    }

    /**
     * Without this an object that was dropped, and that JavaScript hands over once more, would come with its old id,
     * which the kernel does not know any more.
     */
    private static String forgetting(String program) {
        Matcher delete = DELETE.matcher(program);
        if (!delete.find()) {
            throw new IllegalStateException("this jsii runtime does not drop objects as 1.140 does");
        }
        String table = delete.group("table");
        String id = delete.group("id");
        return program.substring(0, delete.start("body")) + "globalThis.sstForget(" + table + ".get(" + id + "));"
                + program.substring(delete.start("body"));
    }

    private Process launch(Path home, String script) {
        String program = home.resolve(script).toAbsolutePath().toString();
        return KernelProcess.start(List.of(options.node(), "--preserve-symlinks", program), home, options.folder());
    }

    private static List<Map<String, String>> describe(List<JsiiPackage> packages) {
        return packages.stream().map(JsiiPackage::describe).toList();
    }

    private static Path script(Path home) {
        return home.resolve("start.cjs");
    }

    private static String version() {
        Properties versions = new Properties();
        try (InputStream stream = resource("/sst/constructs/kernel/versions.properties")) {
            versions.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("kernel");
    }

    private static void copy(InputStream stream, Path target) throws IOException {
        try (stream) {
            Files.copy(stream, target);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = KernelFolder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        return stream;
    }
}
