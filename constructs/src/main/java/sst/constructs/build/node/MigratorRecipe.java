package sst.constructs.build.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/**
 * Packs the function that runs migrations: scripts of SQL as they are, modules bundled, and with modules the Kysely that
 * they are written for, from the app's own packages.
 */
final class MigratorRecipe implements Recipe {
    private static final List<String> OURS = List.of("index.mjs", "migrations.mjs", "data-api.mjs", "statements.mjs");
    private static final String WITH_KYSELY = "kysely.mjs";
    private static final List<String> PACKAGES = List.of("kysely", "kysely-data-api");
    private static final List<String> MODULES = List.of(".js", ".mjs", ".cjs", ".ts", ".mts", ".cts");
    private static final String SCRIPTS = "sst_rds_migration_scripts";

    private final NodeRecipe.Bench bench;
    private final String written;

    MigratorRecipe(NodeRecipe.Bench bench, String folder) {
        this.bench = bench;
        this.written = folder;
    }

    @Override
    public String key() {
        List<String> parts =
                new ArrayList<>(List.of("migrator-1", bench.esbuild().version(), written));
        Stream.concat(OURS.stream(), Stream.of(WITH_KYSELY))
                .map(MigratorRecipe::text)
                .forEach(parts::add);
        return new ContentHash().addAll(parts).hex();
    }

    @Override
    public void prepare() {
        modules().values().stream().findFirst().ifPresent(bench.packages()::installIfMissing);
    }

    @Override
    public Made make(Path target) {
        Map<String, Path> modules = modules();
        Set<Path> read = new HashSet<>();
        try {
            for (String name : OURS) {
                Files.writeString(target.resolve(name), text(name));
            }
            Path scripts = Files.createDirectories(target.resolve(SCRIPTS));
            for (Path script : files(".sql")) {
                String name = name(script);
                if (modules.containsKey(name)) {
                    throw twice(name);
                }
                Files.copy(script, scripts.resolve(name + ".sql"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack the migrations of " + written, e);
        }
        if (!modules.isEmpty()) {
            read.addAll(bundle(target, modules));
        }
        return new Made(new Inputs(read, Set.of(), Set.of(folder())), List.of("handler"));
    }

    private List<Path> bundle(Path target, Map<String, Path> modules) {
        Path entry = target.resolve("entry.mjs");
        List<String> line = new ArrayList<>(List.of("--bundle", "--splitting", "--platform=node", "--format=esm"));
        line.addAll(List.of("--keep-names", "--target=node22", "--out-extension:.js=.mjs", "--outdir=" + target));
        line.add("--banner:js=" + Banner.withModuleGlobals(""));
        PACKAGES.forEach(each -> line.add("--alias:" + each + "=" + installed(each)));
        line.add("--metafile=" + target.resolve(Bundle.METAFILE));
        line.add("kysely=" + entry);
        modules.forEach((name, file) -> line.add(SCRIPTS + "/" + name + "=" + file));
        try {
            Files.writeString(entry, text(WITH_KYSELY));
            List<Path> inputs = bench.esbuild()
                    .bundle(bench.project(), line, target.resolve(Bundle.METAFILE))
                    .inputs(bench.project());
            Files.delete(entry);
            return inputs.stream().filter(each -> !each.equals(entry)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bundle the migrations of " + written, e);
        }
    }

    /** The package as the migrations themselves would find it. */
    private Path installed(String name) {
        for (Path each = folder(); each != null; each = each.getParent()) {
            Path found = each.resolve("node_modules").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        throw Errors.of(Code.MISSING_FILE, "migrations in JavaScript need the package '" + name + "'")
                .detail("looked for node_modules/" + name + " from " + folder() + " upwards")
                .hint("run: npm install " + String.join(" ", PACKAGES) + "; or write the migrations in SQL")
                .subject(written)
                .asError();
    }

    private Path folder() {
        Path folder = bench.project().resolve(written).normalize();
        if (!Files.isDirectory(folder)) {
            throw Errors.of(Code.MISSING_FILE, "migrations '" + written + "' is no folder")
                    .detail("looked for " + folder)
                    .subject(written)
                    .asError();
        }
        return folder;
    }

    private Map<String, Path> modules() {
        Map<String, Path> modules = new LinkedHashMap<>();
        files(MODULES.toArray(String[]::new)).forEach(file -> {
            if (modules.put(name(file), file) != null) {
                throw twice(name(file));
            }
        });
        return modules;
    }

    private RuntimeException twice(String name) {
        return Errors.of(Code.DUPLICATE_ID, "migrations '" + written + "' has two files of the name '" + name + "'")
                .hint("give one of them another name")
                .subject(written)
                .asError();
    }

    private List<Path> files(String... extensions) {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(file -> !file.toString().endsWith(".d.ts"))
                    .filter(file -> Arrays.stream(extensions).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + written, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.\\w+$", "");
    }

    private static String text(String name) {
        try (InputStream stream = MigratorRecipe.class.getResourceAsStream("migrator/" + name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    @Override
    public String handler() {
        return "index.handler";
    }

    @Override
    public String runtime() {
        return "nodejs22.x";
    }
}
