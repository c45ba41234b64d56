package sst.repl.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import sst.repl.command.Commands;
import sst.repl.command.DeployCommands;
import sst.repl.command.Desk;
import sst.repl.command.EditCommands;
import sst.repl.command.FunctionCommands;
import sst.repl.command.InspectCommands;
import sst.repl.command.Interpreter;
import sst.repl.command.SessionCommands;
import sst.repl.lang.GroovySession;
import sst.repl.lang.LiveNames;
import sst.repl.session.KeptPlans;
import sst.repl.session.LiveApp;
import sst.repl.view.Deeds;
import sst.repl.view.Views;
import sst.runner.app.AppSetting;
import sst.runner.cli.session.Session;
import sst.runner.ui.Ui;

/** Puts a session together: the live app, its names, the languages and the commands. */
final class Workplace implements AutoCloseable {
    private final AppSetting setting;
    private final CompletableFuture<LiveApp> app = new CompletableFuture<>();
    private final KeptPlans plans;
    private final GroovySession groovy;
    private final Desk desk;
    private final Interpreter interpreter;

    /** How one session reaches its user. */
    record Face(Ui ui, Desk.Look look, PrintWriter prints) {}

    Workplace(Session host, Face face) {
        this.setting = host.setting(host.stage(), face.ui(), face.prints());
        this.plans = new KeptPlans(setting.project()
                .state()
                .resolve("repl")
                .resolve(Long.toString(ProcessHandle.current().pid())));
        Views views = new Views(Deeds.NONE);
        Supplier<LiveApp> live = this::app;
        LiveNames names = new LiveNames(() -> live.get().builder(), views);
        this.groovy = new GroovySession(live, views, names, face.prints());
        this.desk = new Desk(host, face.ui(), face.look(), new Desk.Work(live, views, plans));
        AtomicReference<Commands> known = new AtomicReference<>();
        Commands commands = new Commands(List.of(
                new SessionCommands(desk, known::get),
                new InspectCommands(desk, names),
                new EditCommands(desk),
                new DeployCommands(desk),
                new FunctionCommands(desk, names)));
        known.set(commands);
        this.interpreter = new Interpreter(desk, commands, () -> groovy);
    }

    Desk desk() {
        return desk;
    }

    Interpreter interpreter() {
        return interpreter;
    }

    AppSetting setting() {
        return setting;
    }

    /** Evaluates the config and readies what the first line would wait for, on threads of their own. */
    void warm() {
        start("sst-repl-app", this::load);
        start("sst-repl-warm", () -> {
            setting.warm();
            groovy.warm();
        });
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Evaluates the config now. */
    void load() {
        try {
            app.complete(LiveApp.open(setting));
        } catch (RuntimeException | Error broken) {
            app.completeExceptionally(broken);
        }
    }

    /** The live app as far as it is there, without waiting. */
    boolean isReady() {
        return app.isDone() && !app.isCompletedExceptionally();
    }

    private LiveApp app() {
        try {
            return app.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        plans.close();
        if (isReady()) {
            app.join().close();
        }
    }
}
