import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import sst.dsl.ConfigEvaluator;
import sst.dsl.ConfigRequest;
import sst.dsl.Evaluated;
import sst.model.app.AppModel;
import sst.model.app.StageContext;

/** Evaluates one config over and over in one process, as the console does; {@code run.py} reads what it prints. */
public final class LargeModel {
    private static final int WARMING = 60;
    private static final int MEASURED = 21;

    private LargeModel() {}

    /**
     * Prints constructs, median milliseconds of wall time and of CPU, and how many processes were started.
     *
     * @param args the project's folder
     */
    public static void main(String[] args) {
        Path project = Path.of(args[0]);
        ConfigRequest request = new ConfigRequest(
                project,
                "sst.config.groovy",
                new StageContext("dev", Map.of(), "", false),
                project.resolve(".sst/cache/scripts"),
                new PrintWriter(System.err));
        long constructs = 0;
        double[] wall = new double[MEASURED];
        double[] cpu = new double[MEASURED];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int at = -WARMING; at < MEASURED; at++) {
            long began = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            Evaluated evaluated = ConfigEvaluator.evaluate(request);
            AppModel model = evaluated.orThrow();
            if (at >= 0) {
                wall[at] = (System.nanoTime() - began) / 1e6;
                cpu[at] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
            }
            constructs = model.stacks().stream().mapToLong(each -> each.constructs().size()).sum();
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        long started = ProcessHandle.current().descendants().count();
        System.out.println(constructs + " " + wall[MEASURED / 2] + " " + cpu[MEASURED / 2] + " " + started);
    }
}
