package sst.repl.jshell;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.dsl.jshell.SnippetLoader;
import sst.model.function.FunctionBlock;
import sst.repl.view.FunctionView;

/** What lines in Java can call beside the words of a config. */
public final class PromptWords {
    private PromptWords() {}

    private static LiveVariables live() {
        return ((PromptEvaluation) SnippetLoader.ofCaller().evaluation()).live();
    }

    /** The function behind a route or an event, such as {@code api.create}. */
    public static FunctionView function(String path) {
        return live().function(path);
    }

    /** More props for a function behind a route or an event. */
    public static void edit(FunctionView function, Consumer<? super FunctionBlock> props) {
        FunctionBlock written = new FunctionBlock();
        written.label(function.path());
        props.accept(written);
        function.fill(written);
    }

    /** Calls a deployed function. */
    public static @Nullable Object invoke(Object function, Object event) {
        return live().invoke(function, event);
    }
}
