package sst.repl.record;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import sst.model.diagnostic.Diagnostic;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.ui.PlainUi;
import sst.runner.ui.PlainUi.Answers;
import sst.runner.ui.Result;
import sst.runner.ui.Screen;
import sst.runner.ui.Ui;

/** Shows everything to the user and, in its plain form, to the recorder. */
public final class RecordingUi implements Ui {
    private final Ui shown;
    private final Ui plain;

    public RecordingUi(Ui shown, Recorder recorder, Path root, UnaryOperator<String> redactor) {
        this.shown = shown;
        PrintStream out = new PrintStream(new Tape(recorder), true, StandardCharsets.UTF_8);
        Answers nobody = new Answers(false, () -> new BufferedReader(Reader.nullReader()));
        this.plain = new PlainUi(new Screen(out, out, 100, false, false), root, redactor, nobody);
    }

    @Override
    public void event(DeployEvent event) {
        shown.event(event);
        plain.event(event);
    }

    @Override
    public void say(String line) {
        shown.say(line);
        plain.say(line);
    }

    @Override
    public void warn(String line) {
        shown.warn(line);
        plain.warn(line);
    }

    @Override
    public void found(List<Diagnostic> diagnostics) {
        shown.found(diagnostics);
        plain.found(diagnostics);
    }

    @Override
    public void failure(Throwable thrown) {
        shown.failure(thrown);
        plain.failure(thrown);
    }

    @Override
    public void result(Result result) {
        shown.result(result);
        plain.result(result);
    }

    @Override
    public boolean canAsk() {
        return shown.canAsk();
    }

    @Override
    public String ask(String question) {
        String answer = shown.ask(question);
        plain.say(question + " " + answer);
        return answer;
    }

    @Override
    public void close() {
        shown.close();
    }

    private static final class Tape extends OutputStream {
        private final Recorder recorder;

        Tape(Recorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public void write(int each) {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            recorder.write(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
    }
}
