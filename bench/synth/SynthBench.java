import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import sst.constructs.build.request.BuildListener;
import sst.constructs.build.FunctionBuilds;
import sst.constructs.build.request.Workshop;
import sst.constructs.kernel.Kernel;
import sst.constructs.kernel.KernelOptions;
import sst.constructs.synth.Synth;
import sst.constructs.synth.SynthOptions;
import sst.model.app.build.AppBuilder;
import sst.model.app.AppModel;
import sst.model.app.StageContext;

/** One synthesis in one process; {@code run.py} measures it from outside. */
public final class SynthBench {
    private SynthBench() {}

    /**
     * Runs.
     *
     * @param args {@code stock} for jsii as it comes, {@code tuned} or {@code unchanged}; then the project's folder
     */
    public static void main(String[] args) throws Exception {
        KernelOptions options = KernelOptions.of(System.getenv(), Path.of(System.getProperty("user.home")));
        Path project = Path.of(args[1]);
        Files.createDirectories(project.resolve("src"));
        if (!Files.exists(project.resolve("src/list.js"))) {
            Files.writeString(project.resolve("src/list.js"), "export const main = () => 1");
        }
        if (args[0].equals("stock")) {
            StockApp.synth(project.resolve("stock"), project.resolve("src"));
            return;
        }
        Kernel kernel = args[0].equals("tuned") ? Kernel.warm(options, line -> {}) : null;
        Path out = project.resolve("assembly");
        if (kernel != null) {
            Files.deleteIfExists(out.resolve("sst.json"));
        }
        Workshop workshop = new Workshop(
                project, project.resolve("artifacts"), options.cache(), Clock.systemUTC(), Workshop.Jvm.none(), 2);
        Synth synth = new Synth(new FunctionBuilds(workshop, new BuildListener() {}), () -> kernel);
        synth.run(model(), new SynthOptions(out, "us-east-1", "", Map.of()));
        // Waiting for node makes its CPU part of this process's.
        ProcessHandle.current().children().forEach(child -> {
            child.destroyForcibly();
            child.onExit().join();
        });
    }

    private static AppModel model() {
        AppBuilder app = new AppBuilder(new StageContext("dev", Map.of(), "", false)).app("notes");
        app.stack("api", stack -> {
            stack.table("Notes", table -> table.fields(Map.of("id", "string")).primaryIndex(Map.of("partitionKey", "id")));
            Map<String, String> routes = new LinkedHashMap<>();
            routes.put("GET /notes", "src/list.main");
            routes.put("POST /notes", "src/list.main");
            stack.api("Api", Map.of("routes", routes));
        });
        return app.build("");
    }
}
