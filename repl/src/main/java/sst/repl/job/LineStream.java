package sst.repl.job;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands on whole lines of what is written. */
final class LineStream extends OutputStream {
    private final Consumer<String> lines;
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    LineStream(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int each) {
        if (each == '\n') {
            lines.accept(open.toString(StandardCharsets.UTF_8));
            open.reset();
        } else {
            open.write(each);
        }
    }
}
