package sst.runner.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.DeployEvent.RunStarted;
import sst.runner.ui.EventJson;

/**
 * Keeps every event of a run as a line of JSON in {@code .sst/log/<run>.ndjson}, with secrets hidden. A log that cannot
 * be written never fails a deploy.
 */
public final class RunLog implements Consumer<DeployEvent> {
    private static final int KEPT = 50;

    private final Path folder;
    private final UnaryOperator<String> redactor;
    private @Nullable OutputStream file;

    public RunLog(Path folder, UnaryOperator<String> redactor) {
        this.folder = folder;
        this.redactor = redactor;
    }

    @Override
    public synchronized void accept(DeployEvent event) {
        if (event instanceof RunStarted started) {
            open(started.run());
        }
        if (file != null) {
            write(EventJson.of(event).toString());
        }
        if (event instanceof RunFinished) {
            close();
        }
    }

    private void open(String run) {
        try {
            Files.createDirectories(folder);
            forgetOld();
            close();
            file = Files.newOutputStream(
                    folder.resolve(run + ".ndjson"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            file = null;
        }
    }

    private void close() {
        OutputStream open = file;
        file = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            // Every line was handed to the system when it was written.
            file = null;
        }
    }

    private void forgetOld() throws IOException {
        List<Path> logs;
        try (Stream<Path> all = Files.list(folder)) {
            logs = all.filter(path -> path.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList();
        }
        for (Path old : logs.subList(0, Math.max(0, logs.size() - KEPT + 1))) {
            Files.deleteIfExists(old);
        }
    }

    private void write(String line) {
        OutputStream open = file;
        if (open == null) {
            return;
        }
        try {
            open.write((redactor.apply(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            close();
        }
    }
}
