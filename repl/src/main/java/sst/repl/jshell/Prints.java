package sst.repl.jshell;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Hands text that Java prints on to a writer. */
final class Prints extends ByteArrayOutputStream {
    private final PrintWriter out;

    Prints(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void flush() {
        out.print(toString(StandardCharsets.UTF_8));
        out.flush();
        reset();
    }
}
