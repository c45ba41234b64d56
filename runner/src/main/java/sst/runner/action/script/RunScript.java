package sst.runner.action.script;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.runner.action.function.ConstructNames;
import sst.runner.action.session.Context;
import sst.runner.app.AppIdentity;
import sst.runner.stage.ProjectFolder;
import sst.scripts.Aftermath;
import sst.scripts.ScriptRequest;
import sst.scripts.ScriptRun;
import sst.scripts.Surroundings;
import sst.scripts.source.ScriptHeader;

/** Runs a script against a deployed stage. */
public final class RunScript {
    private final Context context;
    private final Supplier<ConstructNames> names;
    private final boolean yes;

    /**
     * A way to run scripts.
     *
     * @param names constructs of the last assembly; read only for what is bound to no function
     * @param yes whether the question before a write to a protected stage counts as answered
     */
    public RunScript(Context context, Supplier<ConstructNames> names, boolean yes) {
        this.context = context;
        this.names = names;
        this.yes = yes;
    }

    /** Where compiled scripts are kept. */
    public static Path cache(ProjectFolder project) {
        return project.cache().resolve("run");
    }

    /**
     * Runs it.
     *
     * @param out what the script prints to
     * @return the exit code that it chose
     */
    public int run(AppIdentity app, ScriptRequest request, PrintStream out) {
        return ready(app, request, out).run();
    }

    /** The same; when the script throws, somebody may look at what it had come to. */
    public int run(AppIdentity app, ScriptRequest request, PrintStream out, Aftermath aftermath) {
        return ready(app, request, out).run(aftermath);
    }

    private ScriptRun ready(AppIdentity app, ScriptRequest request, PrintStream out) {
        request.header().allow(request.script(), app.stage().text());
        guard(app, request);
        if (request.dry()) {
            context.ui()
                    .say(request.script().name() + " · " + app.name() + " · " + app.stage()
                            + " · dry run: reads go through, writes are shown");
        }
        StageAccess stage = StageAccess.open(context, app, names);
        Surroundings surroundings = new Surroundings(
                stage.site(),
                stage.values(),
                cache(context.project()),
                out,
                context.ui()::say,
                context.stop()::onRequest);
        return new ScriptRun(request, surroundings);
    }

    /** A script that may write and does not name the stage is not let loose on a protected one by mistake. */
    private void guard(AppIdentity app, ScriptRequest request) {
        ScriptHeader header = request.header();
        if (!app.protect()
                || request.dry()
                || header.readOnly()
                || !header.stages().isEmpty()
                || yes) {
            return;
        }
        String name = request.script().name();
        if (!context.ui().canAsk()) {
            throw Diagnostic.error(
                            Code.SCRIPT_REFUSED, "stage " + app.stage() + " is protected, and " + name + " may write")
                    .at(request.script().at(0))
                    .hint("pass --yes, or mark the script @ReadOnly or @Stages(\"" + app.stage() + "\")")
                    .asError();
        }
        String answer =
                context.ui().ask("Stage " + app.stage() + " is protected, and " + name + " may write. Run it? [y/N]");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw new Aborted("nothing was run");
        }
    }
}
