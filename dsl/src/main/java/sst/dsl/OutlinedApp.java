package sst.dsl;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import sst.dsl.outline.Outline;
import sst.dsl.script.Outlines;
import sst.dsl.script.SourceKeys;
import sst.model.app.AppProps;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.UserError;

/** The app block as the compiler saw it when it last compiled the config; nothing is run, and Groovy does not start. */
final class OutlinedApp {
    private final SourceKeys keys;
    private final Outlines outlines;
    private final IncludedFiles included;
    private final AppBuilder builder;
    private final Set<String> read = new HashSet<>();

    private OutlinedApp(ConfigRequest request) {
        keys = new SourceKeys(request.root());
        outlines = new Outlines(request.cache());
        included = new IncludedFiles(request.root());
        builder = AppBuilder.withoutStacks(request.context());
    }

    /** Empty when a file has changed since, when one has to be run to be understood, or when something is wrong. */
    static Optional<AppProps> read(ConfigRequest request) {
        OutlinedApp app = new OutlinedApp(request);
        try {
            return app.reads(request.file()) ? Optional.of(app.builder.props()) : Optional.empty();
        } catch (UserError | UncheckedIOException toldByARun) {
            return Optional.empty();
        }
    }

    private boolean reads(String file) {
        if (!read.add(file)) {
            return false;
        }
        Optional<Outline> outline = outlines.find(keys.of(file));
        return outline.isPresent()
                && outline.get().fill(builder, pattern -> included.matching(file, pattern).stream()
                        .allMatch(this::reads));
    }
}
