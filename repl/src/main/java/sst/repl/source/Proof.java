package sst.repl.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sst.dsl.ConfigRequest;
import sst.dsl.LiveConfig;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.UserError;
import sst.repl.session.LiveApp;
import sst.repl.session.ModelChange;
import sst.repl.session.ModelChanges;
import sst.runner.failure.Problems;

/** Evaluates texts of a config in a folder of their own and compares the model with the session's. */
record Proof(LiveApp app) {
    private static final List<String> CLASS_FOLDERS = List.of("stacks", "infra/src");

    /** @throws sst.model.diagnostic.UserError when the texts mean anything else than the session's model */
    void require(Map<String, String> texts) {
        try {
            Path copy = Files.createTempDirectory("sst-save-");
            try {
                write(texts, copy);
                compare(copy);
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try the new config", e);
        }
    }

    private void write(Map<String, String> texts, Path copy) throws IOException {
        Path root = app.setting().project().root();
        for (String folder : CLASS_FOLDERS) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
                    for (Path file : walk.filter(Files::isRegularFile).toList()) {
                        write(copy.resolve(root.relativize(file)), Files.readString(file, StandardCharsets.UTF_8));
                    }
                }
            }
        }
        for (Map.Entry<String, String> each : texts.entrySet()) {
            write(copy.resolve(each.getKey()), each.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private void compare(Path copy) {
        ConfigRequest request = app.setting().request();
        ConfigRequest there =
                new ConfigRequest(copy, request.file(), request.context(), copy.resolve("cache"), request.out());
        try (LiveConfig written = open(there)) {
            List<ModelChange> differences = ModelChanges.between(written.model(), app.model());
            if (!differences.isEmpty()) {
                ModelChange first = differences.get(0);
                throw Problems.of(
                                Code.UNSUPPORTED,
                                "the config cannot be patched so that " + first.what() + " " + first.prop()
                                        + " is what it is here")
                        .hint("write it by hand; /edits lists the lines")
                        .asError();
            }
        }
    }

    /** A text that does not even evaluate is our fault, not the user's: a reference may not reach into its block. */
    private static LiveConfig open(ConfigRequest request) {
        try {
            return LiveConfig.open(request);
        } catch (UserError wrong) {
            String reason = wrong.diagnostics().get(0).summary();
            throw Problems.of(Code.UNSUPPORTED, "the edits cannot be written back: " + reason)
                    .hint("write them by hand; /edits lists the lines")
                    .asError();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
