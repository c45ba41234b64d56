package sst.repl.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import sst.repl.command.Commands;
import sst.repl.command.Desk;
import sst.repl.command.Interpreter;
import sst.repl.command.set.DeployCommands;
import sst.repl.command.set.EditCommands;
import sst.repl.command.set.FileCommands;
import sst.repl.command.set.FunctionCommands;
import sst.repl.command.set.InspectCommands;
import sst.repl.command.set.LanguageCommands;
import sst.repl.command.set.SessionCommands;
import sst.repl.command.set.WatchCommands;
import sst.repl.complete.CodeProposals;
import sst.repl.complete.Completions;
import sst.repl.deed.CloudDeeds;
import sst.repl.dependency.DependencyCommands;
import sst.repl.dependency.PromptJars;
import sst.repl.job.JobCommands;
import sst.repl.job.Jobs;
import sst.repl.job.Outlet;
import sst.repl.jshell.JavaSession;
import sst.repl.jshell.LiveVariables;
import sst.repl.lang.GroovySession;
import sst.repl.lang.Languages;
import sst.repl.lang.LiveNames;
import sst.repl.record.RecordCommands;
import sst.repl.record.RecordedPrints;
import sst.repl.record.Recorder;
import sst.repl.record.RecordingUi;
import sst.repl.session.Edit;
import sst.repl.session.KeptPlans;
import sst.repl.session.LiveApp;
import sst.repl.view.Views;
import sst.runner.app.AppSetting;
import sst.runner.cli.session.Session;
import sst.runner.stage.StageName;
import sst.runner.ui.Ui;

/** Puts a session together: the live app, its names, the languages and the commands. */
final class Workplace implements FileCommands.Stages, AutoCloseable {
    private final Function<StageName, AppSetting> settings;
    private volatile AppSetting setting;
    private volatile CompletableFuture<LiveApp> app = new CompletableFuture<>();
    private final KeptPlans plans;
    private final CloudDeeds deeds = new CloudDeeds();
    private final Recorder recorder = new Recorder(LineHistory::isSecret);
    private final Jobs jobs;
    private final PromptJars jars;
    private final GroovySession groovy;
    private final JavaSession java;
    private final Languages languages;
    private final Desk desk;
    private final LiveNames names;
    private Runnable onStage = () -> {};
    private final Interpreter interpreter;
    private final Completions completions;

    /** How one session reaches its user. */
    record Face(Ui ui, Desk.Look look, PrintWriter prints, Outlet outlet) {}

    Workplace(Session host, Face bare) {
        Face face = recorded(host, bare);
        this.settings = stage -> host.setting(stage, face.ui(), face.prints());
        this.setting = settings.apply(host.stage());
        this.plans = KeptPlans.ofThisProcess(setting.project().state().resolve("repl"));
        Views views = new Views(deeds);
        Supplier<LiveApp> live = this::app;
        this.names = new LiveNames(() -> live.get().builder(), views);
        this.groovy = new GroovySession(live, views, names, face.prints());
        this.java = new JavaSession(
                new LiveVariables(live, names, views), new JavaSession.Screen(face.prints(), face.ui()::say));
        this.languages = new Languages(List.of(groovy, java));
        this.desk = new Desk(
                host,
                face.ui(),
                face.look(),
                new Desk.Work(live, () -> setting.stage().text(), views, plans));
        deeds.workAt(desk);
        this.jobs = new Jobs(face.outlet());
        this.jars = new PromptJars(setting, face.ui()::say);
        groovy.jars(jars);
        Commands commands = commands(desk);
        Behind behind = new Behind(host, desk, jobs, this::commands);
        this.interpreter = new Interpreter(desk, new Interpreter.Parts(commands, behind, names, languages::current));
        Completions.Running running = new Completions.Running(plans::ids, jobs::numbers);
        this.completions = new Completions(
                commands, new Completions.Sources(live, names, views.deeds(), running), this::codeProposals);
    }

    private Face recorded(Session host, Face face) {
        Path root = host.project().root();
        Ui ui = new RecordingUi(face.ui(), recorder, root, host.redactor());
        PrintWriter prints = new PrintWriter(new RecordedPrints(face.prints(), recorder), true);
        return new Face(ui, face.look(), prints, face.outlet());
    }

    private Commands commands(Desk desk) {
        AtomicReference<Commands> known = new AtomicReference<>();
        Commands commands = new Commands(List.of(
                new SessionCommands(desk, known::get),
                new InspectCommands(desk, names),
                new EditCommands(desk),
                new DeployCommands(desk),
                new FunctionCommands(desk, names),
                new WatchCommands(desk, languages::current),
                new LanguageCommands(desk, languages),
                new JobCommands(desk, jobs),
                new DependencyCommands(desk, jars, groovy::take),
                new RecordCommands(desk, recorder),
                new FileCommands(desk, this::rerun, this)));
        known.set(commands);
        return commands;
    }

    /** Writes entries down while it is told to. */
    Recorder recorder() {
        return recorder;
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

    /** Where the entries of this stage are remembered. */
    Path history() {
        return setting.project().state().resolve("repl").resolve("history-" + setting.stage());
    }

    /** What the line reader asks about a line. */
    Keyboard.Knowledge knowledge() {
        Predicate<String> isCommand = name -> interpreter.commands().all().stream()
                .anyMatch(each -> each.name().equals(name));
        return new Keyboard.Knowledge(
                interpreter::isOpen, isCommand, name -> isReady() && names.hasVariable(name), () -> completions);
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

    private Optional<CodeProposals> codeProposals() {
        return languages.current() == java ? Optional.of(java) : Optional.empty();
    }

    /** The language that lines are in. */
    Languages languages() {
        return languages;
    }

    private void rerun(Edit edit) throws Exception {
        languages.named(edit.language()).run(edit.text());
    }

    @Override
    public void open(StageName stage) {
        AppSetting next = settings.apply(stage);
        LiveApp opened = LiveApp.open(next);
        if (isReady()) {
            app().close();
        }
        setting = next;
        app = CompletableFuture.completedFuture(opened);
        names.own().clear();
        java.forget();
        onStage.run();
    }

    @Override
    public boolean isOpen() {
        return !app.isCompletedExceptionally();
    }

    /** What else a change of the stage means, such as another history. */
    void onStage(Runnable action) {
        onStage = action;
    }

    /** Makes values known to the lines to come, by their names. */
    void take(Map<String, Object> variables) {
        names.own().putAll(variables);
    }

    /** The user's own start files, as entries. */
    List<String> startEntries() throws IOException {
        Path home = setting.surroundings().home().resolve(".sst").resolve("repl.groovy");
        List<String> entries = new ArrayList<>();
        for (Path file : List.of(home, setting.project().state().resolve("repl.groovy"))) {
            if (Files.isRegularFile(file)) {
                entries.add(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return entries;
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
        jobs.close();
        recorder.close();
        deeds.close();
        plans.close();
        java.close();
        if (isReady()) {
            app.join().close();
        }
    }
}
