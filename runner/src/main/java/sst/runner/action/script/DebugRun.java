package sst.runner.action.script;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same command in a JVM that waits for a debugger; one that runs already cannot be told to. */
public final class DebugRun {
    private final int port;

    public DebugRun(int port) {
        this.port = port;
    }

    /**
     * Runs it to its end, with this process's own streams.
     *
     * @param args the command line without the wish to debug
     */
    public int run(List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:" + port);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), "sst.runner.cli.Main"));
        command.addAll(args);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
