package sst.repl.command.set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sst.constructs.assembly.AssemblyLock;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.repl.session.LiveApp;
import sst.repl.session.LiveApp.Redo;
import sst.repl.session.LiveApp.Reload;
import sst.repl.show.ChangeText;
import sst.repl.source.ConfigPatch;
import sst.repl.source.FileEdit;
import sst.runner.failure.Problems;
import sst.runner.stage.StageName;

/** Commands between the session and the config's files. */
public final class FileCommands implements Command.Group {
    private final Desk desk;
    private final Redo redo;
    private final Stages stages;

    /** Opens the app of another stage in place of the one that is open. */
    public interface Stages {
        void open(StageName stage);

        /** Whether an app is open at all; it is not when its config was wrong from the start. */
        boolean isOpen();
    }

    public FileCommands(Desk desk, Redo redo, Stages stages) {
        this.desk = desk;
        this.redo = redo;
        this.stages = stages;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("save", "write the edits into the config, after showing what changes", this::save),
                Command.of("reload", "read the config again and make the edits again on top of it", this::reload),
                new Command("unlock", "", "let a protected stage be changed", Takes.NOTHING, this::unlock),
                new Command(
                        "stage", "[NAME]", "go to another stage, or say which one this is", Takes.STAGES, this::stage));
    }

    private void save(Arguments arguments) throws Exception {
        LiveApp app = desk.app();
        if (app.pending().isEmpty()) {
            desk.show(List.of("nothing to save"));
            return;
        }
        if (app.isStale()) {
            throw Problems.of(Code.CONFLICT, "the config's files changed since they were read")
                    .hint("take that in with /reload first")
                    .asError();
        }
        List<FileEdit> edits = new ConfigPatch(app).edits();
        List<String> lines = new ArrayList<>();
        edits.forEach(each -> lines.addAll(each.hunk(desk.style())));
        desk.show(lines);
        requireAgreement();
        write(edits, app);
        app.reload(edit -> {});
        desk.show(List.of(desk.style().good("✔") + " written"));
    }

    /** Another session may have written while the question was open. */
    private static void write(List<FileEdit> edits, LiveApp app) {
        Path root = app.setting().project().root();
        AssemblyLock.holding(app.setting().project().state().resolve("repl").resolve("save"), () -> {
            if (!edits.stream().allMatch(each -> each.fits(root))) {
                throw Problems.of(Code.CONFLICT, "the config's files changed while the question was open")
                        .hint("nothing was written; take them in with /reload and /save again")
                        .asError();
            }
            edits.forEach(each -> each.write(root));
            return edits;
        });
    }

    private void requireAgreement() {
        if (desk.agreesToAll()) {
            return;
        }
        if (!desk.ui().canAsk()) {
            throw Problems.of(Code.USAGE, "writing the config needs a decision and nobody can be asked")
                    .hint("pass --yes to agree to this")
                    .asError();
        }
        if (!desk.ui().ask("write? [y/N]").equalsIgnoreCase("y")) {
            throw new Aborted("nothing was written");
        }
    }

    private void reload(Arguments arguments) {
        if (!stages.isOpen()) {
            stages.open(new StageName(desk.stage()));
            desk.show(List.of("the config is read"));
            return;
        }
        Reload done = desk.app().reload(redo);
        ChangeText text = new ChangeText(desk.style());
        List<String> lines = new ArrayList<>(text.lines(done.inFiles()));
        lines.add(0, done.inFiles().isEmpty() ? "the files say what they said" : "the files changed:");
        done.left()
                .forEach((edit, reason) -> lines.add(
                        desk.style().caution("! left out:") + " " + edit.text().strip() + "   (" + reason + ")"));
        int kept = desk.app().edits().size();
        if (kept > 0) {
            lines.add(kept + (kept == 1 ? " edit is" : " edits are") + " on top");
        }
        desk.show(lines);
    }

    private void unlock(Arguments arguments) {
        if (!desk.app().identity().protect()) {
            desk.show(List.of("stage " + desk.stage() + " is not protected"));
            return;
        }
        String typed = desk.ui().canAsk() ? desk.ui().ask("Type the stage name to unlock it:") : arguments.first("");
        if (!typed.equals(desk.stage())) {
            throw Problems.of(Code.USAGE, "that is not the name of this stage; it stays read-only")
                    .asError();
        }
        desk.unlock();
        desk.show(List.of("unlocked until this session leaves " + desk.stage()));
    }

    private void stage(Arguments arguments) {
        if (arguments.names().isEmpty()) {
            desk.show(List.of(desk.stage()));
            return;
        }
        StageName stage = new StageName(arguments.names().get(0));
        if (stages.isOpen() && !desk.app().edits().isEmpty() && !arguments.has("--drop")) {
            throw Problems.of(Code.CONFLICT, "edits of stage " + desk.stage() + " are pending")
                    .hint("/save or /undo them, or drop them: /stage " + stage + " --drop")
                    .asError();
        }
        stages.open(stage);
        boolean isProtected = desk.app().identity().protect();
        desk.show(List.of("now at " + stage
                + (isProtected ? ", which is protected: /unlock before anything is done to it" : "")));
    }
}
