package sst.scripts.source;

import java.util.List;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.UserError;

/**
 * What a script says of itself; read from its text, so that a list costs no compiler and nothing is run to learn where it
 * may run.
 *
 * @param description the first sentence of its first doc comment; may be empty
 * @param stages the only stages it may run on; empty for any
 * @param stagesLine where that is said
 * @param readOnly whether it promises not to write
 * @param dependencies Maven coordinates, as {@code //DEPS} and {@code @Grab} name them
 */
public record ScriptHeader(
        String description, List<String> stages, int stagesLine, boolean readOnly, List<String> dependencies) {
    public ScriptHeader {
        stages = List.copyOf(stages);
        dependencies = List.copyOf(dependencies);
    }

    /** Reads a script's header. */
    public static ScriptHeader of(ScriptFile script) {
        return of(script, script.text());
    }

    /** Reads a header from a text that need not be in a file. */
    public static ScriptHeader of(ScriptFile script, String text) {
        return new HeaderReader(script, text).read();
    }

    /**
     * Lets the script pass if it may run on a stage.
     *
     * @throws UserError when it may not
     */
    public void allow(ScriptFile script, String stage) {
        if (!stages.isEmpty() && !stages.contains(stage)) {
            throw Diagnostic.error(
                            Code.SCRIPT_REFUSED,
                            script.name() + " may not run on " + stage + ", only on " + String.join(", ", stages))
                    .at(script.at(stagesLine))
                    .hint("name one of them with --stage")
                    .asError();
        }
    }

    /** On which stages it runs and whether it writes, for people. */
    public String reach() {
        String where = stages.isEmpty() ? "all" : String.join(", ", stages);
        return readOnly ? "read only" + (stages.isEmpty() ? "" : " (" + where + ")") : where;
    }
}
