package sst.repl.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.repl.session.KeptPlans;
import sst.repl.session.LiveApp;
import sst.repl.show.ValueText;
import sst.repl.view.Views;
import sst.runner.action.function.ConstructNames;
import sst.runner.action.session.Context;
import sst.runner.cli.session.Session;
import sst.runner.deploy.pace.Stop;
import sst.runner.failure.Problems;
import sst.runner.ui.Result;
import sst.runner.ui.Style;
import sst.runner.ui.Ui;

/** What commands work on: the live app, the kept plans, and the way to the user. */
public final class Desk {
    private final Session host;
    private final Ui ui;
    private final Look look;
    private final Supplier<LiveApp> app;
    private final Supplier<String> stage;
    private final Views views;
    private volatile String unlocked = "";
    private final KeptPlans plans;
    private volatile Stop stop = new Stop();
    private volatile @Nullable Throwable trouble;

    /** How things are shown. */
    public record Look(Style style, Supplier<Integer> width) {}

    /** The model's side of a desk. */
    public record Work(Supplier<LiveApp> app, Supplier<String> stage, Views views, KeptPlans plans) {}

    public Desk(Session host, Ui ui, Look look, Work work) {
        this.host = host;
        this.ui = ui;
        this.look = look;
        this.app = work.app();
        this.stage = work.stage();
        this.views = work.views();
        this.plans = work.plans();
    }

    /** The same work, told to somebody else, with a wish to stop of its own. */
    public Desk aside(Ui other) {
        Desk aside = new Desk(host, other, look, new Work(app, stage, views, plans));
        aside.unlocked = unlocked;
        return aside;
    }

    /** The app; waits until it is evaluated. */
    public LiveApp app() {
        return app.get();
    }

    public Views views() {
        return views;
    }

    public KeptPlans plans() {
        return plans;
    }

    public Ui ui() {
        return ui;
    }

    public Style style() {
        return look.style();
    }

    /** The terminal's columns. */
    public int width() {
        return look.width().get();
    }

    /** How values are shown. */
    public ValueText values() {
        return new ValueText(style(), width());
    }

    /** Lines for people that are no value for a program. */
    public void show(List<String> lines) {
        ui.result(new Result(lines, List.of()));
    }

    /** The world as the runner's actions see it, for one command. */
    public Context context() {
        return host.context(ui, stop);
    }

    /** Construct names of what the last assembly holds. */
    public ConstructNames constructNames() {
        return new ConstructNames(assembly());
    }

    private Path assembly() {
        return app().setting().project().assembly(app().setting().stage());
    }

    /** Whether every question counts as answered with yes. */
    public boolean agreesToAll() {
        return host.agreesToAll();
    }

    /** The stage's name. */
    public String stage() {
        return stage.get();
    }

    /** Refuses what would touch a protected stage, unless it was unlocked. */
    public void requireUnlocked() {
        if (app().identity().protect() && !stage().equals(unlocked)) {
            throw Problems.of(Code.STAGE_PROTECTED, "stage " + stage() + " is protected and opens read-only")
                    .hint("open it with /unlock")
                    .asError();
        }
    }

    /** Lets a protected stage be touched until the session goes to another one. */
    public void unlock() {
        unlocked = stage();
    }

    /** Whether stdout is for a program. */
    public boolean wantsJson() {
        return host.wantsJson();
    }

    /** Forgets an earlier wish to stop; called before each line. */
    public void begin() {
        stop = new Stop();
    }

    /** Asks what runs to stop. */
    public void requestStop() {
        stop.request();
    }

    /** Whether a wish to stop is open. */
    public boolean isStopped() {
        return stop.isRequested();
    }

    /** Remembers what went wrong last, for {@code /trace}. */
    public void failed(Throwable thrown) {
        trouble = thrown;
    }

    /** What went wrong last, or null. */
    public @Nullable Throwable trouble() {
        return trouble;
    }
}
