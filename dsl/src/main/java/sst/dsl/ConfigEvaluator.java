package sst.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sst.dsl.scope.ConfigScript;
import sst.dsl.scope.ConfigSession;
import sst.dsl.scope.Findings;
import sst.dsl.script.ScriptLoader;
import sst.dsl.script.SourceTree;
import sst.model.app.AppBuilder;
import sst.model.app.AppModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Evaluates a config: script text, stage and environment in; the app's model and diagnostics out. */
public final class ConfigEvaluator {
    private ConfigEvaluator() {}

    /** Runs the config once, in a class loader of its own; closures of {@code cdk} blocks keep it alive. */
    public static Evaluated evaluate(ConfigRequest request) {
        Path file = request.root().resolve(request.file());
        if (!Files.isRegularFile(file)) {
            Diagnostic absent = Diagnostic.error(
                            Code.MISSING_FILE, "there is no " + request.file() + " in " + request.root())
                    .at(SourceRef.UNKNOWN)
                    .hint("go to the project's folder, or name it with --app DIR");
            return new Evaluated(Optional.empty(), List.of(absent), List.of());
        }
        AppBuilder builder = new AppBuilder(request.context());
        try (ProjectScripts scripts = new ProjectScripts(request)) {
            ConfigSession session = new ConfigSession(builder, scripts, request.out());
            session.run(request.file());
            return finish(request, builder, session.findings(), scripts);
        }
    }

    private static Evaluated finish(
            ConfigRequest request, AppBuilder builder, Findings findings, ProjectScripts scripts) {
        Optional<AppModel> app = Optional.empty();
        try {
            if (!findings.hasErrors()) {
                app = Optional.of(builder.build(scripts.hash()));
            }
        } catch (UserError error) {
            findings.addAll(error.diagnostics());
        }
        Carets carets = new Carets(request.root());
        List<Diagnostic> placed = findings.all().stream().map(carets::place).toList();
        return new Evaluated(app, placed, scripts.files());
    }

    /** The files of one project, remembered as they are read. */
    private static final class ProjectScripts implements ConfigSession.Scripts, AutoCloseable {
        private final Path root;
        private final ScriptLoader loader;
        private final Set<String> read = new LinkedHashSet<>();

        ProjectScripts(ConfigRequest request) {
            root = request.root();
            loader = new ScriptLoader(root, request.cache(), ConfigScript.class);
        }

        @Override
        public List<String> matching(String includingFile, String pattern) {
            Path including = root.resolve(includingFile);
            Path folder = including.getParent();
            try {
                List<String> files = SourceTree.matching(root, folder == null ? root : folder, pattern);
                if (files.isEmpty()) {
                    throw Diagnostic.error(Code.MISSING_FILE, "include '" + pattern + "' names no file")
                            .hint("the path is relative to " + includingFile)
                            .subject("include")
                            .asError();
                }
                return files;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Class<? extends ConfigScript> compile(String file) {
            read.add(file);
            return loader.load(file, ConfigScript.class);
        }

        List<String> files() {
            return List.copyOf(read);
        }

        String hash() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String file : read) {
                    digest.update(file.getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(root.resolve(file)));
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public void close() {
            loader.close();
        }
    }
}
