package sst.local.lambda.jvm;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An exception as Lambda reports it: {@code errorMessage}, {@code errorType}, {@code stackTrace}, {@code cause}. */
record ErrorReport(Throwable error) {
    private static final int MOST_CAUSES = 10;

    byte[] json() {
        StringBuilder json = new StringBuilder();
        write(json, error, 0);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What goes into the log, as one event. */
    String log() {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        String text = error.getMessage() + ": " + error.getClass().getName() + "\n" + trace;
        return text.strip().replace("\r", "").replace('\n', '\r') + "\n";
    }

    private static void write(StringBuilder json, Throwable error, int depth) {
        json.append('{');
        if (error.getMessage() != null) {
            json.append("\"errorMessage\":").append(quoted(error.getMessage())).append(',');
        }
        json.append("\"errorType\":").append(quoted(error.getClass().getName()));
        json.append(",\"stackTrace\":[").append(String.join(",", frames(error))).append(']');
        if (error.getCause() != null && depth < MOST_CAUSES) {
            json.append(",\"cause\":");
            write(json, error.getCause(), depth + 1);
        }
        json.append('}');
    }

    /** The user's frames; below them is only this runtime. */
    private static List<String> frames(Throwable error) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : error.getStackTrace()) {
            boolean isRuntime = frame.getClassName().startsWith("sst.local.lambda.jvm.")
                    || frame.getClassName().startsWith("jdk.internal.reflect.")
                    || frame.getClassName().startsWith("java.lang.reflect.");
            if (!isRuntime) {
                frames.add(quoted(frame.toString()));
            }
        }
        return frames;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
