package sst.dsl.jshell;

import java.io.PrintStream;
import sst.model.app.build.AppBuilder;

/** What snippets run against. */
public interface Evaluation {
    /** The app that is written. */
    AppBuilder builder();

    /** Reads further files of the config. */
    void include(String pattern);

    /** Where prints go. */
    PrintStream out();
}
