package sst.local.cloudfront.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sst.local.wire.AwsException;
import sst.local.wire.codec.Json;

/** Runs CloudFront Functions, all of them in one Node process, which is started by the first request that needs it. */
public final class EdgeFunctions implements AutoCloseable {
    private static final int FAILED = 503;

    private final UnaryOperator<String> sources;
    private @Nullable Runner runner;

    /** Functions whose source is found by their ARN. */
    public EdgeFunctions(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /** The process, and its ends of the pipes. */
    private record Runner(Process process, BufferedWriter in, BufferedReader out) {}

    JsonNode request(String arn, Visit visit) {
        return run(arn, EdgeEvent.of("viewer-request", visit));
    }

    JsonNode response(String arn, Visit visit, Page page) {
        ObjectNode event = EdgeEvent.of("viewer-response", visit);
        event.set("response", EdgeEvent.response(page));
        return run(arn, event);
    }

    private synchronized JsonNode run(String arn, ObjectNode event) {
        ObjectNode call = Json.object().put("source", sources.apply(arn));
        call.set("event", event);
        try {
            Runner running = running();
            running.in().write(call.toString());
            running.in().newLine();
            running.in().flush();
            String line = running.out().readLine();
            if (line == null) {
                throw new IOException("node has ended");
            }
            JsonNode answer = Json.parse(line);
            if (answer.has("error")) {
                throw failure(arn, answer.path("error").asText());
            }
            return answer.path("result");
        } catch (IOException broken) {
            runner = null;
            throw failure(arn, String.valueOf(broken.getMessage()));
        }
    }

    private static AwsException failure(String arn, String why) {
        return new AwsException(FAILED, "FunctionExecutionError", "The CloudFront function " + arn + " failed: " + why);
    }

    private Runner running() throws IOException {
        Runner there = runner;
        if (there == null || !there.process().isAlive()) {
            ProcessBuilder builder = new ProcessBuilder("node", "--input-type=commonjs", "-e", program())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
            Process process = builder.start();
            there = new Runner(
                    process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
            runner = there;
        }
        return there;
    }

    private static String program() {
        try (InputStream in = EdgeFunctions.class.getResourceAsStream("edge.cjs")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read edge.cjs", unreadable);
        }
    }

    /** Ends the process; Node ends by itself when its input does. */
    @Override
    public synchronized void close() {
        Runner there = runner;
        if (there != null) {
            there.process().destroy();
            runner = null;
        }
    }
}
