package sst.dsl.jshell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import sst.dsl.scope.ConfigSession;
import sst.model.app.build.AppBuilder;

/** The snippets of one file as part of a config's evaluation. */
final class InSession implements Evaluation {
    private final ConfigSession session;
    private final String file;
    private final PrintStream out;

    InSession(ConfigSession session, String file) {
        this.session = session;
        this.file = file;
        this.out = new PrintStream(new Prints(), true, StandardCharsets.UTF_8);
    }

    @Override
    public AppBuilder builder() {
        return session.builder();
    }

    @Override
    public void include(String pattern) {
        session.include(file, pattern);
    }

    @Override
    public PrintStream out() {
        return out;
    }

    /** Hands text on to where the config's prints go. */
    private final class Prints extends ByteArrayOutputStream {
        @Override
        public synchronized void flush() {
            if (size() > 0) {
                session.print(toString(StandardCharsets.UTF_8));
                reset();
            }
        }
    }
}
