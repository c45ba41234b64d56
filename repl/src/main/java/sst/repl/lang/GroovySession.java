package sst.repl.lang;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Lock lock = new ReentrantLock();
    private LineJars jars = LineJars.NONE;
    private @Nullable GroovyLines lines;

    public GroovySession(Supplier<LiveApp> app, Views views, LiveNames names, PrintWriter out) {
        this.app = app;
        this.views = views;
        this.names = names;
        this.out = out;
    }

    /** Says where jars that lines ask for come from. */
    public void jars(LineJars source) {
        jars = source;
    }

    /** Takes jars in for the lines to come. */
    public void take(List<Path> more) {
        lock.lock();
        try {
            lines().take(more);
        } finally {
            lock.unlock();
        }
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
    public void warm() {
        lock.lock();
        try {
            lines().compile("1").forget();
        } finally {
            lock.unlock();
        }
    }

    private GroovyLines lines() {
        GroovyLines made = lines == null ? new GroovyLines() : lines;
        lines = made;
        return made;
    }

    @Override
    public Transaction run(String text) throws Exception {
        // A line behind the prompt may be long, and whoever waits for its end may lose patience.
        lock.lockInterruptibly();
        try {
            List<Path> named = jars.namedIn(text);
            if (!named.isEmpty()) {
                lines().take(named);
            }
            return transaction(text);
        } finally {
            lock.unlock();
        }
    }

    private Transaction transaction(String text) throws Exception {
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
        return app.get().evaluate(script, names.binding(), out);
    }
}
