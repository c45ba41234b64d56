package sst.runner.action.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sst.runner.action.session.Context;
import sst.scripts.stage.StageSettings;

/** Starts a program that finds the stage in its environment, as a function would. */
public final class ShellAction {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Context context;

    public ShellAction(Context context) {
        this.context = context;
    }

    /** The caller's environment with the stage over it: region, credentials, endpoint, and the values of constructs. */
    public Map<String, String> environment(StageAccess stage) {
        Map<String, String> environment = StageSettings.over(context.env(), stage.site());
        stage.values().all().forEach((name, value) -> {
            if (VARIABLE.matcher(name).matches()) {
                environment.put(name, value);
            }
        });
        return environment;
    }

    /**
     * Runs a program to its end, with this process's own streams.
     *
     * @return its exit code; 128 and the signal's number when one ended it
     * @throws IOException when it cannot be started
     */
    public int run(List<String> command, Map<String, String> environment, Path folder)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process program = builder.start();
        // The terminal sends Ctrl-C to both; what is sent to this process alone is passed on.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(program)));
        return program.waitFor();
    }

    private static void end(Process program) {
        program.destroy();
        try {
            program.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
