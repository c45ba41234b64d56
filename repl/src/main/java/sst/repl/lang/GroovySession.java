package sst.repl.lang;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.dsl.scope.ConfigScript;
import sst.repl.lang.GroovyLines.Compiled;
import sst.repl.session.LiveApp;
import sst.repl.session.Transaction;
import sst.repl.view.Views;

/** Groovy at the prompt: each line runs against the live app as a transaction. */
public final class GroovySession implements Language {
    private final Supplier<LiveApp> app;
    private final Views views;
    private final LiveNames names;
    private final PrintWriter out;
    private @Nullable GroovyLines lines;

    public GroovySession(Supplier<LiveApp> app, Views views, LiveNames names, PrintWriter out) {
        this.app = app;
        this.views = views;
        this.names = names;
        this.out = out;
    }

    @Override
    public String name() {
        return "groovy";
    }

    @Override
    public boolean isOpen(String entry) {
        return Entries.isOpen(entry);
    }

    @Override
    public synchronized void warm() {
        GroovyLines made = lines();
        made.compile("1").forget();
    }

    private GroovyLines lines() {
        GroovyLines made = lines == null ? new GroovyLines() : lines;
        lines = made;
        return made;
    }

    @Override
    public synchronized Transaction run(String text) throws Exception {
        Compiled line = lines().compile(text);
        try {
            ConfigScript script = line.script();
            Transaction done = app.get().run(text, () -> script == null ? null : evaluate(script));
            lines().keep(line, script, text, names);
            return done;
        } finally {
            line.forget();
        }
    }

    private @Nullable Object evaluate(ConfigScript script) {
        views.running(script);
        return app.get().evaluate(script, names, out);
    }
}
