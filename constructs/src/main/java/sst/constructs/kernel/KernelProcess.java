package sst.constructs.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Severity;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.UserError;

/** Starts node with the environment that the CDK needs to be quick, and says in plain words why it cannot. */
final class KernelProcess {
    private static final int TOO_OLD = 78;

    private KernelProcess() {}

    static Process start(List<String> command, Path home, Path folder) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        tune(builder.environment(), home.toAbsolutePath());
        try {
            return builder.start();
        } catch (IOException e) {
            throw missing(command.get(0), e);
        }
    }

    private static void tune(Map<String, String> environment, Path home) {
        // The CDK's rule engine costs twenty times the CPU of the synthesis itself; templates are checked elsewhere.
        environment.put("CDK_VALIDATION", "false");
        environment.put("CDK_DISABLE_VERSION_CHECK", "1");
        // SST v2's logical ids need some props that the CDK calls deprecated; users could do nothing about it.
        environment.put("JSII_DEPRECATED", "quiet");
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,21,22,23");
        environment.put("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
        environment.put("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        environment.put("JSII_AGENT", "Java/" + Runtime.version().feature());
        environment.put("JSII_RUNTIME_PACKAGE_CACHE", "enabled");
        environment.put(
                "JSII_RUNTIME_PACKAGE_CACHE_ROOT", home.resolve("packages").toString());
        environment.put("NODE_COMPILE_CACHE", home.resolve("compiled").toString());
        environment.remove("JSII_VALIDATE_ASSEMBLIES");
        environment.remove("NODE_OPTIONS");
    }

    static void await(Process process) throws IOException {
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw ended(process, said);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while preparing the CDK", e);
        }
    }

    /** Ends a kernel that is not needed; it waits in a blocking read and would not hear a signal. */
    static void end(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Why the kernel is gone, from its exit code and its last words. */
    static UserError ended(Process process, String said) {
        boolean isTooOld = !process.isAlive() && process.exitValue() == TOO_OLD;
        Code code = isTooOld ? Code.TOOL_MISSING : Code.CDK_FAILED;
        String summary = isTooOld ? said.strip().replaceFirst("^sst: ", "") : "the CDK's node process ended";
        String hint = isTooOld ? "install a newer Node.js, or point SST_NODE at one" : "";
        return new Diagnostic(Severity.ERROR, code, summary, isTooOld ? "" : said.strip(), SourceRef.UNKNOWN, hint, "")
                .asError();
    }

    private static UserError missing(String node, IOException cause) {
        Diagnostic diagnostic = new Diagnostic(
                Severity.ERROR,
                Code.TOOL_MISSING,
                "cannot run '" + node + "'",
                String.valueOf(cause.getMessage()),
                SourceRef.UNKNOWN,
                "install Node.js 20 or newer, or point SST_NODE at it",
                "");
        return diagnostic.asError();
    }
}
