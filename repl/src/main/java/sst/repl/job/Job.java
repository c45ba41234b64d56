package sst.repl.job;

import java.util.concurrent.atomic.AtomicBoolean;

/** One command that runs behind the prompt. */
final class Job {
    private final int number;
    private final String line;
    private final Runnable stop;
    private final Thread thread;
    private final AtomicBoolean isAsked = new AtomicBoolean();

    Job(int number, String line, Runnable stop, Runnable body) {
        this.number = number;
        this.line = line;
        this.stop = stop;
        this.thread = new Thread(body, "sst-repl-job-" + number);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Asks it to stop; whoever asks again does not wait for a good moment. */
    boolean stop() {
        stop.run();
        boolean isFirst = isAsked.compareAndSet(false, true);
        if (!isFirst) {
            thread.interrupt();
        }
        return isFirst;
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    @Override
    public String toString() {
        return "[" + number + "] " + line + (isAsked.get() ? "   (asked to stop)" : "");
    }
}
