package sst.runner.ui;

import java.util.List;
import sst.model.diagnostic.Diagnostic;
import sst.runner.deploy.event.DeployEvent;

/** What a command may tell its user and ask of them. */
public interface Ui {
    /** Progress of a run. */
    void event(DeployEvent event);

    /** A line about what goes on. */
    void say(String line);

    /** A line about what the user should look at. */
    void warn(String line);

    /** What was found in the user's files. */
    void found(List<Diagnostic> diagnostics);

    /** How the command failed. */
    void failure(Throwable thrown);

    /** What the command was called for; the only thing that goes to stdout. */
    void result(Result result);

    /** Whether somebody can answer. */
    boolean canAsk();

    /** The answer to a question, empty when it was declined by an end of input. */
    String ask(String question);

    /** Puts the terminal back as it was found. */
    void close();
}
