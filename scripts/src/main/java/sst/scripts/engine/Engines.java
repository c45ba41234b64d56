package sst.scripts.engine;

import java.nio.file.Path;
import java.util.List;
import sst.scripts.source.Language;
import sst.scripts.source.ScriptFile;

/** Makes a program of a script, whatever it is written in. */
public final class Engines {
    private Engines() {}

    /**
     * The program of a script.
     *
     * @param jars libraries of the script
     * @throws sst.model.diagnostic.UserError with every error of the compiler
     */
    public static Program program(ScriptFile script, List<Path> jars, CompiledScripts cache) {
        return switch (script.language()) {
            case GROOVY -> ClassProgram.of(script, jars, cache, new GroovySource(script, jars, false));
            case JAVA -> ClassProgram.of(script, jars, cache, new JavaSource(script, jars));
            case JSHELL -> JshellProgram.of(script, jars, cache);
        };
    }

    /** The same program, of which {@link Program#variables} has also what a Groovy script declares with {@code def}. */
    public static Program open(ScriptFile script, List<Path> jars, CompiledScripts cache) {
        return script.language() == Language.GROOVY
                ? ClassProgram.of(script, jars, cache, new GroovySource(script, jars, true))
                : program(script, jars, cache);
    }
}
