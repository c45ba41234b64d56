package sst.runner.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import sst.model.diagnostic.Diagnostic;
import sst.runner.deploy.event.DeployEvent;

/** Everything that a program may want to know, as one JSON value a line on stdout; notes go to stderr. */
public final class JsonUi implements Ui {
    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<String> redactor;

    public JsonUi(PrintStream out, PrintStream err, UnaryOperator<String> redactor) {
        this.out = out;
        this.err = err;
        this.redactor = redactor;
    }

    @Override
    public void event(DeployEvent event) {
        print(EventJson.of(event));
    }

    @Override
    public void say(String line) {
        err.println(redactor.apply(line));
    }

    @Override
    public void warn(String line) {
        err.println(redactor.apply(line));
    }

    @Override
    public void failure(Throwable thrown) {
        if (Failures.diagnostics(thrown).isEmpty()) {
            print(EventJson.typed("error").put("summary", String.valueOf(thrown.getMessage())));
        }
        found(Failures.diagnostics(thrown));
    }

    @Override
    public void found(List<Diagnostic> diagnostics) {
        DiagnosticText.json(diagnostics).forEach(this::print);
    }

    @Override
    public void result(Result result) {
        result.json().forEach(this::print);
    }

    @Override
    public boolean canAsk() {
        return false;
    }

    @Override
    public String ask(String question) {
        return "";
    }

    @Override
    public void close() {
        out.flush();
        err.flush();
    }

    private synchronized void print(JsonNode json) {
        out.println(redactor.apply(json.toString()));
        out.flush();
    }
}
