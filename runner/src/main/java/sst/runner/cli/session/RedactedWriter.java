package sst.runner.cli.session;

import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;

/** Hides secrets in what the user's own config prints, line by line, so that none is cut in two. */
final class RedactedWriter extends Writer {
    private final Writer out;
    private final UnaryOperator<String> redactor;
    private final StringBuilder pending = new StringBuilder();

    RedactedWriter(Writer out, UnaryOperator<String> redactor) {
        super(out);
        this.out = out;
        this.redactor = redactor;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        synchronized (lock) {
            pending.append(text, from, length);
            int end = pending.lastIndexOf("\n") + 1;
            if (end > 0) {
                out.write(redactor.apply(pending.substring(0, end)));
                pending.delete(0, end);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (lock) {
            out.write(redactor.apply(pending.toString()));
            pending.setLength(0);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
