package sst.repl.session;

import groovy.lang.Binding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import sst.dsl.LiveConfig;
import sst.dsl.scope.ConfigScript;
import sst.model.app.AppModel;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.app.AppIdentity;
import sst.runner.app.AppSetting;
import sst.runner.app.AppSource;
import sst.runner.app.BuiltApp;
import sst.runner.failure.Problems;

/** The app of one stage while it is worked on: the config as its files say it, and the edits made since. */
public final class LiveApp implements AppSource, AutoCloseable {
    private final AppSetting setting;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, Integer> checkpoints = new LinkedHashMap<>();
    private LiveConfig config;
    private AppModel base;
    private AppModel model;
    private Map<String, Object> stamp;

    private LiveApp(AppSetting setting, LiveConfig config) {
        this.setting = setting;
        this.config = config;
        this.base = config.model();
        this.model = base;
        this.stamp = stamp(setting, config);
    }

    /**
     * Evaluates the config.
     *
     * @throws sst.model.diagnostic.UserError with all that is wrong in it
     */
    public static LiveApp open(AppSetting setting) {
        LiveConfig config = LiveConfig.open(setting.request());
        config.warnings().forEach(setting.surroundings().listener()::found);
        return new LiveApp(setting, config);
    }

    /** The project, the stage, and what the command line says. */
    public AppSetting setting() {
        return setting;
    }

    /** The app as the files say it. */
    public AppModel base() {
        return base;
    }

    /** The app with all edits. */
    public AppModel model() {
        return model;
    }

    /** The app while it is written: stacks and handles. */
    public AppBuilder builder() {
        return config.builder();
    }

    /** The config's files, relative to the project. */
    public List<String> files() {
        return config.files();
    }

    /** What the edits come to. */
    public List<ModelChange> pending() {
        return edits.isEmpty() ? List.of() : ModelChanges.between(base, model);
    }

    /** The lines that changed the model, oldest first. */
    public List<Edit> edits() {
        return List.copyOf(edits);
    }

    /**
     * Runs something that may change the model: wholly, or not at all.
     *
     * @param text the line, as it was typed, in Groovy
     */
    public Transaction run(String text, Callable<@Nullable Object> line) throws Exception {
        return run("groovy", text, line);
    }

    /** The same for a line in another language. */
    public Transaction run(String language, String text, Callable<@Nullable Object> line) throws Exception {
        Runnable undo = config.builder().remember();
        boolean isGood = false;
        try {
            Object value = line.call();
            AppModel now = config.model();
            List<ModelChange> changes = ModelChanges.between(model, now);
            if (!changes.isEmpty()) {
                edits.add(new Edit(language, text, changes, undo));
                model = now;
            }
            isGood = true;
            return new Transaction(value, changes);
        } finally {
            if (!isGood) {
                undo.run();
            }
        }
    }

    /** Runs a compiled line in the config's scope. */
    public @Nullable Object evaluate(ConfigScript line, Binding names, PrintWriter out) {
        return config.run(line, names, out);
    }

    /** Takes the last edit back; false when there is none. */
    public boolean undo() {
        if (edits.isEmpty()) {
            return false;
        }
        back(edits.size() - 1);
        return true;
    }

    /** Remembers the edits made so far under a name. */
    public void checkpoint(String name) {
        checkpoints.put(name, edits.size());
    }

    /** Names of checkpoints, oldest first. */
    public List<String> checkpoints() {
        return List.copyOf(checkpoints.keySet());
    }

    /**
     * Takes back what was edited since a checkpoint.
     *
     * @return how many edits that were
     */
    public int back(String name) {
        Integer size = checkpoints.get(name);
        if (size == null || size > edits.size()) {
            throw Problems.of(Code.USAGE, "no checkpoint '" + name + "'")
                    .hint(Suggestion.hint(name, checkpoints.keySet()))
                    .asError();
        }
        int count = edits.size() - size;
        back(size);
        return count;
    }

    private void back(int size) {
        if (size == edits.size()) {
            return;
        }
        edits.get(size).undo().run();
        edits.subList(size, edits.size()).clear();
        checkpoints.values().removeIf(each -> each > size);
        model = config.model();
    }

    /** Whether the config's files are no longer what was evaluated. */
    public boolean isStale() {
        return !stamp.equals(stamp(setting, config));
    }

    private static Map<String, Object> stamp(AppSetting setting, LiveConfig config) {
        Map<String, Object> now = new LinkedHashMap<>();
        for (String file : config.files()) {
            Path path = setting.project().root().resolve(file);
            try {
                now.put(file, List.of(Files.getLastModifiedTime(path), Files.size(path)));
            } catch (IOException gone) {
                now.put(file, "gone");
            }
        }
        return now;
    }

    /**
     * Evaluates the files again and makes the edits again on top of what they say now. An edit that does not run any
     * more, or that sets what the files now set otherwise too, is left out.
     *
     * @param again runs an edit's text in its language
     * @throws sst.model.diagnostic.UserError when the files are wrong; the session stays as it is
     */
    public Reload reload(Redo again) {
        LiveConfig fresh = LiveConfig.open(setting.request());
        List<Edit> earlier = List.copyOf(edits);
        List<ModelChange> inFiles = ModelChanges.between(base, fresh.model());
        config.close();
        config = fresh;
        base = fresh.model();
        model = base;
        stamp = stamp(setting, config);
        edits.clear();
        checkpoints.clear();
        Map<Edit, String> left = new LinkedHashMap<>();
        for (Edit edit : earlier) {
            String reason = redo(edit, inFiles, again);
            if (!reason.isEmpty()) {
                left.put(edit, reason);
            }
        }
        return new Reload(inFiles, left);
    }

    private String redo(Edit edit, List<ModelChange> inFiles, Redo again) {
        for (ModelChange mine : edit.changes()) {
            Optional<ModelChange> theirs = inFiles.stream().filter(mine::meets).findFirst();
            if (theirs.isPresent()) {
                return "the file now changes " + mine.what() + " " + mine.prop() + " too";
            }
        }
        try {
            again.run(edit);
            return "";
        } catch (Exception fails) {
            return String.valueOf(fails.getMessage()).lines().findFirst().orElse("it fails");
        }
    }

    /** Runs an edit again. */
    @FunctionalInterface
    public interface Redo {
        void run(Edit edit) throws Exception;
    }

    /**
     * What came of a reload.
     *
     * @param inFiles what the files say otherwise than before
     * @param left edits that were left out, with the reason
     */
    public record Reload(List<ModelChange> inFiles, Map<Edit, String> left) {}

    @Override
    public AppIdentity identity() {
        return setting.identity(model.props());
    }

    @Override
    public BuiltApp build() {
        return setting.build(model);
    }

    /** Whether the stage's assembly is that of the app as it is now; another run may have made another one since. */
    boolean isBuilt() {
        return setting.lastAssembly(model).isPresent();
    }

    @Override
    public void close() {
        config.close();
    }
}
