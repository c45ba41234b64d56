package sst.repl.jshell;

import java.io.PrintStream;
import sst.dsl.jshell.Evaluation;
import sst.model.app.build.AppBuilder;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The prompt's live app as snippets see it. */
record PromptEvaluation(LiveVariables live, PrintStream out) implements Evaluation {
    @Override
    public AppBuilder builder() {
        return live.builder();
    }

    @Override
    public void include(String pattern) {
        throw Problems.of(Code.UNSUPPORTED, "include belongs into the config's files")
                .hint("write it there, then /reload")
                .subject("include")
                .asError();
    }
}
