package sst.runner.ui;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import sst.runner.deploy.event.DeployEvent;

/** Finished things scroll by as lines that stay; below them a few lines show what goes on and are redrawn. */
public final class AnsiUi extends PlainUi {
    private static final String UP_AND_CLEAR = "\u001b[1A\u001b[2K";

    private final PrintStream err;
    private final LiveBoard board;
    private int drawn;

    public AnsiUi(Screen screen, Path root, UnaryOperator<String> redactor, Setup setup) {
        super(screen, root, redactor, setup.answers());
        this.err = screen.err();
        this.board = new LiveBoard(screen.width(), new Style(screen.colour()), setup.clock());
    }

    @Override
    public synchronized void event(DeployEvent event) {
        erase();
        board.take(event);
        super.event(event);
        draw();
    }

    @Override
    public synchronized void say(String line) {
        erase();
        super.say(line);
        draw();
    }

    @Override
    public synchronized void warn(String line) {
        erase();
        super.warn(line);
        draw();
    }

    @Override
    public synchronized void failure(Throwable thrown) {
        erase();
        super.failure(thrown);
    }

    @Override
    public synchronized void close() {
        erase();
        super.close();
    }

    private void erase() {
        err.print(UP_AND_CLEAR.repeat(drawn));
        drawn = 0;
    }

    private void draw() {
        List<String> lines = board.lines();
        lines.forEach(err::println);
        drawn = lines.size();
        err.flush();
    }

    /** What the live form needs beside the screen. */
    public record Setup(Answers answers, Clock clock) {}
}
