package sst.repl.job;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import sst.model.diagnostic.Code;
import sst.repl.command.LineFailure;
import sst.runner.failure.Problems;
import sst.runner.ui.Style;

/** What runs behind the prompt. */
public final class Jobs implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Outlet outlet;
    private final Map<Integer, Job> running = new ConcurrentSkipListMap<>();
    private final AtomicInteger count = new AtomicInteger();

    public Jobs(Outlet outlet) {
        this.outlet = outlet;
    }

    /** What a job does, and how it is asked to stop. */
    public record Work(Body body, Runnable stop) {}

    /** A command that may fail. */
    @FunctionalInterface
    public interface Body {
        void run(String line) throws Exception;
    }

    /**
     * Starts a job.
     *
     * @param work made for a stream that its lines go to
     * @return its number
     */
    public int start(String line, Function<PrintStream, Work> work) {
        if (!outlet.isThere()) {
            throw Problems.of(Code.USAGE, "nothing can run behind where there is no terminal")
                    .hint("leave the & away")
                    .asError();
        }
        int number = count.incrementAndGet();
        PrintStream out = new PrintStream(new LineStream(each -> show(number, each)), true, StandardCharsets.UTF_8);
        Work made = work.apply(out);
        Job job = new Job(number, line, made.stop(), () -> run(number, line, made.body()));
        running.put(number, job);
        job.start();
        return number;
    }

    private void show(int number, String line) {
        outlet.show("[" + number + "] " + line);
    }

    private void run(int number, String line, Body body) {
        String end = "done";
        try {
            body.run(line);
        } catch (Exception | StackOverflowError thrown) {
            new LineFailure(new Style(false)).lines(thrown, line, 0).forEach(each -> show(number, each.strip()));
            end = "ended";
        } finally {
            running.remove(number);
        }
        show(number, end + ": " + line);
        outlet.ring();
    }

    /** What runs, oldest first. */
    public List<String> list() {
        return running.values().stream().map(Job::toString).toList();
    }

    /** The numbers of what runs. */
    public List<Integer> numbers() {
        return new ArrayList<>(running.keySet());
    }

    /**
     * Asks a job to stop; the second time it is interrupted.
     *
     * @return whether this was the first time
     */
    public boolean stop(int number) {
        Job job = running.get(number);
        if (job == null) {
            throw Problems.of(Code.USAGE, "no job " + number + " runs")
                    .hint(running.isEmpty() ? "" : "there are: " + numbers())
                    .asError();
        }
        return job.stop();
    }

    @Override
    public void close() {
        List<Job> all = new ArrayList<>(running.values());
        all.forEach(Job::stop);
        try {
            for (Job each : all) {
                each.join(LAST_WORDS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
