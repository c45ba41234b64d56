package sst.repl.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes entries and what is shown for them into a file, while it is told to; without colours and without secrets. */
public final class Recorder implements AutoCloseable {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    private final Predicate<String> isSecret;
    private @Nullable PrintStream file;
    private boolean isMuted;

    /** @param isSecret whether an entry must not be written down */
    public Recorder(Predicate<String> isSecret) {
        this.isSecret = isSecret;
    }

    /** Writes on into a file, after what is there. */
    public synchronized void start(Path path, String title) {
        close();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            PrintStream opened = new PrintStream(out, true, StandardCharsets.UTF_8);
            opened.print("## " + title + "\n\n```text\n");
            file = opened;
            // The entry that starts it is no part of it.
            isMuted = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** Whether it writes. */
    public synchronized boolean isOn() {
        return file != null;
    }

    /** An entry begins. */
    public synchronized void entry(String prompt, String text) {
        isMuted = false;
        boolean hides = isSecret.test(text);
        write(prompt + (hides ? "(an entry that looks like a secret)" : text.stripTrailing()) + "\n");
        isMuted = hides;
    }

    /** Something was shown. */
    public synchronized void write(String text) {
        PrintStream out = file;
        if (out != null && !isMuted) {
            out.print(COLOURS.matcher(text).replaceAll("").replace("```", "~~~"));
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        PrintStream out = file;
        if (out != null) {
            out.print("```\n");
            out.close();
            file = null;
        }
    }
}
