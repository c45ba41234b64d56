package sst.runner.cli.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Finds out what stands behind stdin and stderr. */
public record TerminalProbe(Map<String, String> env) {
    private static final int USUAL_WIDTH = 80;

    /** Whether the stream of that number is a terminal. */
    public boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return !Files.isDirectory(Path.of("/proc/self")) && asShell(descriptor);
    }

    private static boolean asShell(int descriptor) {
        try {
            Process test = new ProcessBuilder("/bin/sh", "-c", "test -t " + descriptor)
                    .inheritIO()
                    .start();
            return test.waitFor(1, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether escape codes are welcome on a stream (no-color.org, and force-color as Node understands it). */
    public boolean colour(boolean refused, boolean terminal) {
        String force = env.getOrDefault("FORCE_COLOR", "");
        if (refused || !env.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (!force.isEmpty() && !force.equals("0") && !force.equals("false")) {
            return true;
        }
        return terminal && !isDumb() && force.isEmpty();
    }

    /** Whether the terminal takes no escape codes at all. */
    public boolean isDumb() {
        return "dumb".equals(env.get("TERM"));
    }

    /** The terminal's columns. */
    public int width() {
        String columns = env.getOrDefault("COLUMNS", "");
        if (columns.matches("\\d{1,4}") && Integer.parseInt(columns) > 0) {
            return Integer.parseInt(columns);
        }
        try {
            Process stty = new ProcessBuilder("/bin/sh", "-c", "stty size </dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(stty.getInputStream(), StandardCharsets.UTF_8))) {
                String line = reader.readLine();
                boolean known = line != null && line.matches("\\d+ [1-9]\\d{0,3}");
                return known ? Integer.parseInt(line.substring(line.indexOf(' ') + 1)) : USUAL_WIDTH;
            } finally {
                stty.waitFor(1, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
