package sst.runner.cli;

import java.util.List;
import sst.runner.cli.session.Version;
import sst.runner.cli.session.World;

/** The process's entry. What can be answered without the rest of the product is answered first. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        List<String> words = List.of(args);
        if (words.equals(List.of("version")) || words.equals(List.of("--version"))) {
            ProcessStreams.out().println(Version.line());
            return 0;
        }
        // picocli would load Groovy to look for closures in annotations; there are none.
        System.setProperty("picocli.disable.closures", "true");
        return new CommandLineRun(new World(System.getenv(), System.getProperties())).run(args);
    }
}
