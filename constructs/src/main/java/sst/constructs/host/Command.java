package sst.constructs.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Aborted;
import sst.model.diagnostic.Code;

/**
 * A program to run to its end, such as a compiler.
 *
 * @param line the program and its arguments
 * @param folder the working folder
 * @param environment what to add to the JVM's own environment
 */
public record Command(List<String> line, Path folder, Map<String, String> environment) {
    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** A program with nothing added to its environment. */
    public static Command in(Path folder, List<String> line) {
        return new Command(line, folder, Map.of());
    }

    /**
     * Runs it and waits.
     *
     * @throws sst.model.diagnostic.UserError {@code TOOL_MISSING} when there is no such program
     * @throws Aborted when the thread is interrupted; the program is ended then
     */
    public Output run() {
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw Errors.of(Code.TOOL_MISSING, "cannot run '" + line.get(0) + "'")
                    .detail(String.valueOf(e.getMessage()))
                    .hint("install it, or put it on PATH")
                    .asError();
        }
        return finish(process);
    }

    private Output finish(Process process) {
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            process.destroyForcibly();
            throw Errors.of(Code.BUILD_FAILED, "lost contact with '" + line.get(0) + "'")
                    .asError();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Aborted("stopped while '" + line.get(0) + "' was running");
        }
    }

    /**
     * What a program left.
     *
     * @param exitCode 0 when it says that all is well
     * @param text what it printed, stdout and stderr in their order
     */
    public record Output(int exitCode, String text) {
        /** Whether the program says that all is well. */
        public boolean isSuccess() {
            return exitCode == 0;
        }

        /** The last lines of what it printed: enough to see the reason, not a whole log. */
        public String tail(int count) {
            List<String> lines = text.strip().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        }
    }
}
