package sst.repl.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sst.model.diagnostic.Code;
import sst.repl.command.Desk;
import sst.repl.job.Outlet;
import sst.runner.cli.session.Prompt;
import sst.runner.cli.session.Session;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.Problems;

/** {@code sst repl}. */
@Command(name = "repl", description = "Look at the app, change it, and do things with it, line by line.")
public final class ReplCommand extends SstCommand implements Prompt {
    @Option(names = "-e", paramLabel = "EXPR", description = "run this, show its value, and leave")
    @Nullable
    String expression;

    @Option(names = "-f", paramLabel = "FILE", description = "run the lines of this file, and leave")
    @Nullable
    Path file;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "what lines are in: groovy or java")
    @Nullable
    String language;

    @Option(names = "--prompt", hidden = true, description = "prompt, though nobody is there")
    boolean prompts;

    private String language() {
        String named = language;
        boolean isJava = named == null && file != null && file.toString().endsWith(".jsh");
        return isJava ? "java" : named == null ? "groovy" : named;
    }

    @Override
    public Integer call() throws IOException {
        boolean isAlone = expression != null || file != null;
        boolean isTerminal =
                session().terminal().isTerminal(0) && session().terminal().isTerminal(1);
        if (prompts || (!isAlone && isTerminal && !session().wantsJson())) {
            return new Console(session(), Map.of()).run(language());
        }
        // Values are what stdout is for; what a line prints is output of its own and goes there too.
        PrintWriter prints = new PrintWriter(session().streams().out(), true, StandardCharsets.UTF_8);
        Desk.Look look = new Desk.Look(session().style(), () -> 120);
        try (Workplace place =
                new Workplace(session(), new Workplace.Face(session().ui(), look, prints, Outlet.NONE))) {
            place.load();
            Batch batch = new Batch(place);
            for (String entry : place.startEntries()) {
                Optional<Integer> end = batch.run(entry);
                if (end.isPresent()) {
                    return end.get();
                }
            }
            place.languages().choose(language());
            return run(batch);
        }
    }

    @Override
    public void open(Session session, Map<String, Object> variables) {
        try {
            var unused = new Console(session, variables).run(language());
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal cannot be used", e);
        }
    }

    private int run(Batch batch) throws IOException {
        String text = expression;
        if (text != null) {
            Iterator<String> lines = text.lines().iterator();
            return batch.run(() -> lines.hasNext() ? lines.next() : null);
        }
        try (BufferedReader reader = reader()) {
            return batch.run(reader::readLine);
        }
    }

    private BufferedReader reader() throws IOException {
        Path path = file;
        if (path == null) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        }
        if (!Files.isRegularFile(path)) {
            throw Problems.of(Code.USAGE, "no file " + path).asError();
        }
        return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }
}
