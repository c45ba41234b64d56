package sst.local.lambda.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a worker's output without ever letting it block. Lines become log events; a carriage return inside a line is a
 * line break of the same event; a zero byte says that the output of the current invocation is complete.
 */
final class WorkerOutput {
    static final int INVOCATION_LIMIT = 1 << 20;
    private static final int LINE_LIMIT = 256 * 1024;

    private final WorkerLog log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long kept;
    private boolean truncated;
    private boolean complete;
    private boolean ended;

    WorkerOutput(WorkerLog log) {
        this.log = log;
    }

    /** Reads to the end; runs on a thread of its own. */
    void pump(InputStream in) {
        byte[] buffer = new byte[64 * 1024];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                take(buffer, n);
            }
        } catch (IOException e) {
            // A killed worker's pipe may break instead of ending.
        } finally {
            end();
        }
    }

    /** Forgets how much the invocation before wrote. */
    synchronized void begin() {
        kept = 0;
        truncated = false;
        complete = false;
    }

    /** Waits, for a short while, until all output of the invocation is in the log. */
    synchronized void awaitComplete(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!complete && !ended) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    private synchronized void take(byte[] buffer, int length) {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n' || buffer[i] == 0) {
                line.write(buffer, from, i - from);
                from = i + 1;
                flush(buffer[i] == '\n');
                if (buffer[i] == 0) {
                    complete = true;
                    notifyAll();
                }
            }
        }
        line.write(buffer, from, length - from);
        if (line.size() >= LINE_LIMIT) {
            flush(false);
        }
    }

    private void flush(boolean evenEmpty) {
        if (line.size() == 0 && !evenEmpty) {
            return;
        }
        kept += line.size();
        if (kept <= INVOCATION_LIMIT) {
            String text = line.toString(StandardCharsets.UTF_8);
            log.line((text.endsWith("\r") ? text.substring(0, text.length() - 1) : text).replace('\r', '\n'));
        } else if (!truncated) {
            truncated = true;
            log.line("[output truncated: one invocation's log is kept up to " + INVOCATION_LIMIT + " bytes]");
        }
        line.reset();
    }

    private synchronized void end() {
        flush(false);
        ended = true;
        notifyAll();
    }
}
