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
import java.util.Set;
import sst.dsl.jshell.SnippetScripts;
import sst.dsl.scope.ConfigFile;
import sst.dsl.scope.ConfigScript;
import sst.dsl.scope.ConfigSession;
import sst.dsl.script.ScriptLoader;

/** The files of one project, remembered as they are read. */
final class ProjectScripts implements ConfigSession.Scripts, AutoCloseable {
    private final Path root;
    private final ScriptLoader loader;
    private final SnippetScripts snippets;
    private final Set<String> read = new LinkedHashSet<>();

    ProjectScripts(ConfigRequest request) {
        root = request.root();
        loader = new ScriptLoader(root, request.cache(), ConfigScript.class);
        snippets = new SnippetScripts(root, request.cache());
    }

    @Override
    public List<String> matching(String includingFile, String pattern) {
        return new IncludedFiles(root).matching(includingFile, pattern);
    }

    @Override
    public ConfigFile load(String file) {
        read.add(file);
        if (SnippetScripts.isSnippets(file)) {
            return snippets.load(file);
        }
        Class<? extends ConfigScript> type = loader.load(file, ConfigScript.class);
        return session -> session.run(type, file);
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
