package sst.dsl.jshell;

import java.util.Map;
import java.util.function.Consumer;
import sst.model.app.AppBlock;
import sst.model.app.Cloud;
import sst.model.app.build.AppBuilder;
import sst.model.app.build.StackBlock;

/**
 * The top level of a config in Java: what {@code app}, {@code stack}, {@code include} and the names of every block are in
 * Groovy. Snippets have nothing but statics to call; which app they write is known by the loader of their classes.
 */
public final class Words {
    private Words() {}

    private static Evaluation here() {
        return SnippetLoader.ofCaller().evaluation();
    }

    /** Names the app; region, tags and the rest follow on what it returns. */
    public static AppBuilder app(String name) {
        return here().builder().app(name);
    }

    /** The app block. */
    public static AppBuilder app(Consumer<? super AppBlock> body) {
        return here().builder().app(body);
    }

    /** A stack, or more of one. */
    public static AppBuilder stack(String name, Consumer<? super StackBlock> body) {
        return here().builder().stack(name, body);
    }

    /** A stack with options. */
    public static AppBuilder stack(Map<String, ?> options, String name, Consumer<? super StackBlock> body) {
        return here().builder().stack(options, name, body);
    }

    /** Further files, by a path or pattern relative to this one. */
    public static void include(String pattern) {
        here().include(pattern);
    }

    /** The stage. */
    public static String stage() {
        return here().builder().context().stage();
    }

    /** The environment, with that of {@code .env} files. */
    public static Map<String, String> env() {
        return here().builder().context().env();
    }

    /** Whether the app goes to the local cloud. */
    public static boolean isLocal() {
        return here().builder().app().partial().cloud() == Cloud.LOCAL;
    }

    /** Whether {@code sst dev} asks. */
    public static boolean isDev() {
        return here().builder().context().isDev();
    }

    /** Prints beside the product's own messages, never into its results. */
    public static void println(Object value) {
        here().out().println(value);
    }
}
