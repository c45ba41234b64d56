package sst.dsl.jshell;

import java.lang.StackWalker.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;

/** The classes of one evaluation's snippets; by it a call of {@link Words} finds the evaluation that it belongs to. */
public final class SnippetLoader extends ClassLoader {
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final Evaluation evaluation;
    private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();

    public SnippetLoader(Evaluation evaluation) {
        super(SnippetLoader.class.getClassLoader());
        this.evaluation = evaluation;
    }

    /** The loader of the snippet that called in. */
    public static SnippetLoader ofCaller() {
        return STACK.walk(
                        frames -> frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                                .filter(SnippetLoader.class::isInstance)
                                .map(SnippetLoader.class::cast)
                                .findFirst())
                .orElseThrow(() -> Diagnostic.error(Code.UNSUPPORTED, "only a config in Java can call this")
                        .asError());
    }

    /** What the snippets run against. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** Makes classes known. */
    public void add(Map<String, byte[]> classes) {
        bytes.putAll(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] known = bytes.get(name);
        if (known == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, known, 0, known.length);
    }
}
