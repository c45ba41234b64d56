package sst.repl.dependency;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sst.model.diagnostic.SourceRef;
import sst.repl.lang.LineJars;
import sst.runner.action.script.RunScript;
import sst.runner.app.AppSetting;
import sst.scripts.dependency.ScriptJars;
import sst.scripts.source.Language;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/** Jars for lines: what {@code /dep}, {@code //DEPS} and {@code @Grab} name, found as for scripts. */
public final class PromptJars implements LineJars {
    private final ScriptJars jars;
    private final ScriptFile prompt;

    public PromptJars(AppSetting setting, Consumer<String> notes) {
        this.jars = new ScriptJars(RunScript.cache(setting.project()), notes);
        this.prompt = new ScriptFile(setting.project().root(), "prompt", Language.GROOVY);
    }

    @Override
    public List<Path> namedIn(String line) {
        boolean mayName = line.contains("//DEPS") || line.contains("@Grab");
        return mayName ? of(ScriptHeader.of(prompt, line).dependencies()) : List.of();
    }

    /** The jars of these coordinates and of all that they need. */
    public List<Path> of(List<String> coordinates) {
        return jars.of(coordinates, SourceRef.of("prompt", 0));
    }
}
