package sst.dsl.check;

import java.util.ArrayList;
import java.util.List;
import sst.dsl.Carets;
import sst.dsl.ConfigRequest;
import sst.dsl.jshell.SnippetScripts;
import sst.dsl.scope.ConfigScript;
import sst.dsl.scope.Rehearsal;
import sst.dsl.script.ScriptLoader;
import sst.model.diagnostic.Diagnostic;

/**
 * Checks the types of a config from its source, so that branches which this stage does not take are judged too: names of
 * constructs, props and methods, values that are written out, and what handles have.
 */
public final class ConfigChecker {
    private ConfigChecker() {}

    /**
     * What is wrong, in the words of an evaluation.
     *
     * @param files the config's files, as the evaluation read them; all of them are valid Groovy
     */
    public static List<Diagnostic> check(ConfigRequest request, List<String> files) {
        List<Diagnostic> found = new ArrayList<>();
        try (ScriptLoader loader = new ScriptLoader(request.root(), request.cache(), ConfigScript.class)) {
            for (String file : files) {
                if (SnippetScripts.isSnippets(file)) {
                    // The compiler judged every branch.
                    continue;
                }
                Rehearsal rehearsal = new Rehearsal(request.context());
                found.addAll(new SourceWalk(file, loader.parse(file), rehearsal).walk());
            }
        }
        Carets carets = new Carets(request.root());
        return found.stream().map(carets::place).distinct().toList();
    }
}
