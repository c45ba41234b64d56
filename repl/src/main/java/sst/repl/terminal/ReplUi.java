package sst.repl.terminal;

import java.util.List;
import java.util.function.UnaryOperator;
import sst.model.diagnostic.Diagnostic;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.ui.Result;
import sst.runner.ui.Ui;

/** The runner's own way to show things, with answers read by the line reader, which owns the keyboard. */
final class ReplUi implements Ui {
    private final Ui screen;
    private final UnaryOperator<String> reader;

    ReplUi(Ui screen, UnaryOperator<String> reader) {
        this.screen = screen;
        this.reader = reader;
    }

    @Override
    public void event(DeployEvent event) {
        screen.event(event);
        if (event instanceof DeployEvent.RunFinished) {
            screen.close();
        }
    }

    @Override
    public void say(String line) {
        screen.say(line);
    }

    @Override
    public void warn(String line) {
        screen.warn(line);
    }

    @Override
    public void found(List<Diagnostic> diagnostics) {
        screen.found(diagnostics);
    }

    @Override
    public void failure(Throwable thrown) {
        screen.failure(thrown);
    }

    @Override
    public void result(Result result) {
        screen.result(result);
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public String ask(String question) {
        screen.close();
        return reader.apply(question + " ").strip();
    }

    @Override
    public void close() {
        screen.close();
    }
}
