package sst.scripts;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's stdout for a script: UTF-8, and a reader that went away ends the script instead of being overlooked. */
public final class ScriptOutput extends FileOutputStream {

    private boolean closed;

    private ScriptOutput() {
        super(FileDescriptor.out);
    }

    /** The stream to put in the place of System.out. */
    public static PrintStream stream() {
        return new PrintStream(new BufferedOutputStream(new ScriptOutput(), 1 << 14), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (closed) {
            return;
        }
        try {
            super.write(bytes, offset, length);
        } catch (IOException e) {
            closed = true;
            throw new Closed(e);
        }
    }

    /** Nobody reads any more; an Error, so that neither a PrintStream nor a script keeps it to itself. */
    static final class Closed extends Error {
        private static final long serialVersionUID = 1L;

        Closed(IOException cause) {
            super(cause);
        }
    }
}
