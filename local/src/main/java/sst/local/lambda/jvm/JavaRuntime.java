package sst.local.lambda.jvm;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs a Java handler inside a worker: loads it, then takes one event after the other from the Runtime API. */
public final class JavaRuntime {
    private final Map<String, String> environment;
    private final RuntimeClient client;
    private final PrintStream out;

    private JavaRuntime(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
        this.client = new RuntimeClient(environment.getOrDefault("AWS_LAMBDA_RUNTIME_API", ""));
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(out);
        JavaRuntime runtime = new JavaRuntime(System.getenv(), out);
        try {
            runtime.serve(runtime.load());
        } catch (Throwable e) {
            runtime.report(e, "init/error");
            Runtime.getRuntime().exit(1);
        }
    }

    private Handler load() throws Throwable {
        File root = new File(environment.getOrDefault("LAMBDA_TASK_ROOT", "."));
        ClassLoader loader = new URLClassLoader(
                classPath(root, environment.getOrDefault("_SST_LAYERS", "")), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return new Handlers(loader).load(environment.getOrDefault("_HANDLER", ""));
    }

    /** The code's own folder, then the jars in its {@code lib}, then those of layers. */
    private static URL[] classPath(File root, String layers) throws MalformedURLException {
        List<File> parts = new ArrayList<>(List.of(root));
        File[] jars = new File(root, "lib").listFiles((folder, name) -> name.endsWith(".jar"));
        if (jars != null) {
            Arrays.sort(jars);
            parts.addAll(List.of(jars));
        }
        for (String jar : layers.split(File.pathSeparator)) {
            if (!jar.isEmpty()) {
                parts.add(new File(jar));
            }
        }
        URL[] urls = new URL[parts.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = parts.get(i).toURI().toURL();
        }
        return urls;
    }

    private void serve(Handler handler) throws IOException {
        while (true) {
            RuntimeClient.Reply next = client.next();
            InvocationContext context = new InvocationContext(environment, next, out);
            System.setProperty("com.amazonaws.xray.traceHeader", next.header("lambda-runtime-trace-id"));
            String path = "invocation/" + context.requestId() + "/";
            byte[] answer;
            try {
                answer = handler.handle(next.body(), context);
            } catch (Throwable e) {
                report(e, path + "error");
                if (e instanceof VirtualMachineError) {
                    Runtime.getRuntime().exit(1);
                }
                continue;
            }
            complete();
            client.post(path + "response", answer);
        }
    }

    private void report(Throwable error, String path) throws IOException {
        ErrorReport report = new ErrorReport(error);
        out.print(report.log());
        complete();
        client.post(path, report.json());
    }

    /** Tells the cloud that the output of this invocation ends here. */
    private void complete() {
        out.write(0);
        out.flush();
    }
}
