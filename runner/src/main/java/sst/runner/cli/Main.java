package sst.runner.cli;

import java.util.Arrays;
import java.util.List;
import sst.runner.cli.session.Version;
import sst.runner.cli.session.World;

/** The process's entry. What can be answered without the rest of the product is answered first. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(args);
        // Before it ends a process, System.exit looks for a logger in every jar of the class path.
        if (code != 0 || isHeldOpen()) {
            System.exit(code);
        }
    }

    /** Whether the process would live on after this thread. */
    private static boolean isHeldOpen() {
        Thread[] threads = new Thread[Thread.activeCount() + 16];
        return Arrays.stream(threads, 0, Thread.enumerate(threads))
                .anyMatch(thread -> thread != Thread.currentThread() && !thread.isDaemon());
    }

    static int run(String[] args) {
        List<String> words = List.of(args);
        if (words.equals(List.of("version")) || words.equals(List.of("--version"))) {
            ProcessStreams.out().println(Version.line());
            return 0;
        }
        // picocli would load Groovy to look for closures in annotations; there are none.
        System.setProperty("picocli.disable.closures", "true");
        // The launcher keeps to the first compiler, which sees through Groovy's own call sites but not through indy's.
        System.setProperty("groovy.target.indy", "false");
        return new CommandLineRun(new World(System.getenv(), System.getProperties())).run(args);
    }
}
