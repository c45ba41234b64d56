package sst.runner.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Diagnostic;
import sst.runner.deploy.event.DeployEvent;

/** One stable line an event, nothing redrawn: for files, pipes, dumb terminals and screen readers. */
public class PlainUi implements Ui {
    private final Screen screen;
    private final DiagnosticText diagnostics;
    private final EventText events;
    private final UnaryOperator<String> redactor;
    private final Answers answers;

    public PlainUi(Screen screen, Path root, UnaryOperator<String> redactor, Answers answers) {
        Style style = new Style(screen.colour());
        this.screen = screen;
        this.diagnostics = new DiagnosticText(root, style);
        this.events = new EventText(style, diagnostics::excerpt);
        this.redactor = redactor;
        this.answers = answers;
    }

    @Override
    public void event(DeployEvent event) {
        events.lines(event).forEach(this::tell);
    }

    @Override
    public void say(String line) {
        tell(line);
    }

    @Override
    public void warn(String line) {
        tell(new Style(screen.colour()).caution("!") + " " + line);
    }

    @Override
    public void found(List<Diagnostic> all) {
        all.forEach(one -> diagnostics.lines(one).forEach(this::tell));
    }

    @Override
    public void failure(Throwable thrown) {
        found(Failures.diagnostics(thrown));
        if (Failures.diagnostics(thrown).isEmpty()) {
            String message = thrown.getMessage();
            tell("✖ " + (message == null ? thrown.toString() : message));
        }
    }

    @Override
    public void result(Result result) {
        result.lines().forEach(line -> screen.out().println(redactor.apply(line)));
        screen.out().flush();
    }

    @Override
    public boolean canAsk() {
        return answers.possible();
    }

    @Override
    public String ask(String question) {
        screen.err().print(redactor.apply(question) + " ");
        screen.err().flush();
        try {
            @Nullable String answer = answers.reader().get().readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        screen.err().flush();
        screen.out().flush();
    }

    /** Writes one line to stderr. */
    protected void tell(String line) {
        screen.err().println(redactor.apply(line));
    }

    /**
     * Where answers come from.
     *
     * @param possible whether a person sits there
     */
    public record Answers(boolean possible, Supplier<BufferedReader> reader) {}
}
