package sst.constructs.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What the kernel prints beside the protocol: handed on line by line, the first of it kept to explain a failed start. */
final class KernelOutput implements Runnable {
    private static final int KEPT = 8_192;

    private final BufferedReader lines;
    private final Consumer<String> listener;
    private final StringBuilder kept = new StringBuilder();
    private final Thread thread;

    private KernelOutput(Process process, Consumer<String> listener) {
        this.lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        this.listener = listener;
        this.thread = new Thread(this, "sst-kernel-output");
        thread.setDaemon(true);
    }

    static KernelOutput follow(Process process, Consumer<String> listener) {
        KernelOutput output = new KernelOutput(process, listener);
        output.thread.start();
        return output;
    }

    @Override
    public void run() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            keep(new UncheckedIOException(e).toString());
        }
    }

    private synchronized void keep(String line) {
        if (kept.length() < KEPT) {
            kept.append(line).append('\n');
        }
    }

    /** Everything printed until the process closed its end, up to some kilobytes. */
    String all() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return kept.toString();
        }
    }
}
