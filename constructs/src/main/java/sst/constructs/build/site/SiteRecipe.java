package sst.constructs.build.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.host.Command;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** Builds a site by the user's command and packs it with the function that uploads it. */
final class SiteRecipe implements Recipe {
    private static final List<String> OURS = List.of("index.mjs", "aws.mjs", "files.mjs");
    private static final int SHOWN = 20;

    private final Path project;
    private final String written;
    private final SiteOrder order;

    SiteRecipe(Path project, String written, SiteOrder order) {
        this.project = project;
        this.written = written.isEmpty() ? "." : written;
        this.order = order;
    }

    @Override
    public String key() {
        List<String> parts =
                new ArrayList<>(List.of("site-1", written, order.command(), order.output(), order.index()));
        parts.add(new TreeMap<>(order.environment()).toString());
        OURS.stream().map(SiteRecipe::text).forEach(parts::add);
        return new ContentHash().addAll(parts).hex();
    }

    @Override
    public Made make(Path target) {
        Path folder = project.resolve(written).normalize();
        if (!Files.isDirectory(folder)) {
            throw missing("the folder '" + written + "' of the site does not exist", folder, "path")
                    .asError();
        }
        if (!order.command().isEmpty()) {
            build(folder);
        }
        Path output = folder.resolve(order.output()).normalize();
        if (!Files.isRegularFile(output.resolve(order.index()))) {
            throw missing("the site has no page '" + order.index() + "'", output.resolve(order.index()), order.index())
                    .hint("set buildOutput to the folder that the build writes, or indexPage to its first page")
                    .asError();
        }
        try {
            for (String name : OURS) {
                Files.writeString(target.resolve(name), text(name));
            }
            copy(output, target.resolve("site"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack the site " + written, e);
        }
        return new Made(
                Inputs.tree(order.command().isEmpty() ? output : folder, List.of())
                        .withTrees(List.of(output)),
                List.of("handler"));
    }

    private static Diagnostic missing(String what, Path where, String subject) {
        return Errors.of(Code.MISSING_FILE, what).detail("looked for " + where).subject(subject);
    }

    private void build(Path folder) {
        Map<String, String> environment = order.environment();
        Command.Output output = new Command(List.of("sh", "-c", order.command()), folder, environment).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, "buildCommand of the site failed: " + order.command())
                    .detail(output.tail(SHOWN))
                    .subject(order.command())
                    .asError();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Inputs.filesUnder(from)) {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(copied.getParent()));
            Files.copy(file, copied);
        }
    }

    private static String text(String name) {
        try (InputStream stream = SiteRecipe.class.getResourceAsStream("uploader/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
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
