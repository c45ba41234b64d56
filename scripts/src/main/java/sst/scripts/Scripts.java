package sst.scripts;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sst.scripts.dependency.ScriptJars;
import sst.scripts.engine.Arguments;
import sst.scripts.engine.CompiledScripts;
import sst.scripts.engine.Engines;
import sst.scripts.engine.Program;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptHeader;

/** Makes programs of scripts, and explains them. */
public record Scripts(Path cache, Consumer<String> notes) {

    /** The script, compiled. */
    Program program(ScriptFile script, ScriptHeader header) {
        List<Path> jars = new ScriptJars(cache, notes).of(script, header);
        return Engines.program(script, jars, new CompiledScripts(cache));
    }

    /** The script, compiled so that its variables can be looked at. */
    Program open(ScriptFile script, ScriptHeader header) {
        List<Path> jars = new ScriptJars(cache, notes).of(script, header);
        return Engines.open(script, jars, new CompiledScripts(cache.resolve("open")));
    }

    /** The help of a script; it is compiled for that, and not run. */
    public String help(ScriptFile script) {
        ScriptHeader header = ScriptHeader.of(script);
        return Arguments.of(script, header, program(script, header)).help();
    }
}
