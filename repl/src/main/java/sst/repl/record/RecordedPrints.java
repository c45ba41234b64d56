package sst.repl.record;

import java.io.PrintWriter;
import java.io.Writer;

/** What lines print, shown and recorded. */
public final class RecordedPrints extends Writer {
    private final PrintWriter shown;
    private final Recorder recorder;

    public RecordedPrints(PrintWriter shown, Recorder recorder) {
        this.shown = shown;
        this.recorder = recorder;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        shown.write(text, offset, length);
        if (recorder.isOn()) {
            recorder.write(new String(text, offset, length));
        }
    }

    @Override
    public void flush() {
        shown.flush();
    }

    @Override
    public void close() {
        shown.close();
    }
}
