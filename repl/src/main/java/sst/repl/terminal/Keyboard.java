package sst.repl.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.jline.widget.AutosuggestionWidgets;
import sst.model.diagnostic.SstException;
import sst.repl.complete.Completions;
import sst.repl.complete.Proposal;

/** The line reader with everything that helps while a line is typed. */
final class Keyboard {
    /** What kinds of words want no space or bracket behind them. */
    private static final Set<String> COMPLETE = Set.of("commands");

    private final LineReader reader;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    /** What the reader asks about a line. */
    record Knowledge(
            Predicate<String> isOpen,
            Predicate<String> isCommand,
            Predicate<String> isOfApp,
            Supplier<Completions> completions) {}

    Keyboard(Terminal terminal, Knowledge knowledge, boolean colour) {
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("sst")
                .parser(new EntryParser(knowledge.isOpen()))
                .highlighter(new LineColours(knowledge.isCommand(), knowledge.isOfApp(), colour))
                .completer(completer(knowledge))
                .history(new LineHistory())
                // "!" is Groovy's, not the history's.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_GROUP, true)
                .option(LineReader.Option.LIST_PACKED, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "… ")
                .variable(LineReader.HISTORY_SIZE, 2000)
                .build();
        if (colour) {
            // They are told from what is typed by their colour alone.
            new AutosuggestionWidgets(reader).enable();
        }
    }

    private static Completer completer(Knowledge knowledge) {
        return (reader, line, candidates) -> {
            String before = line.line().substring(0, line.cursor());
            try {
                knowledge.completions().get().at(before).forEach(each -> candidates.add(candidate(each)));
            } catch (SstException broken) {
                // A config that does not evaluate offers nothing; the next line says why.
                candidates.clear();
            }
        };
    }

    private static Candidate candidate(Proposal each) {
        String doc = each.doc().isEmpty() ? null : cut(each.doc());
        return new Candidate(
                each.text() + each.suffix().strip(),
                each.text(),
                each.group(),
                doc,
                null,
                null,
                COMPLETE.contains(each.group()));
    }

    private static String cut(String doc) {
        return doc.length() <= 60 ? doc : doc.substring(0, 59) + "…";
    }

    /** Does something once, when the first prompt is about to be shown. */
    void onFirstPrompt(Runnable action) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            reader.getWidgets().remove(LineReader.CALLBACK_INIT);
            action.run();
            return true;
        });
    }

    /** Reads and writes the history of a stage from now on. */
    void remember(Path file) {
        try {
            Files.createDirectories(file.getParent());
            reader.getHistory().purge();
            reader.setVariable(LineReader.HISTORY_FILE, file);
            if (Files.exists(file)) {
                reader.getHistory().load();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** One entry, which may have several lines. */
    String read(String prompt) {
        for (String line = waiting.poll(); line != null; line = waiting.poll()) {
            reader.printAbove(line);
        }
        return reader.readLine(prompt);
    }

    /** Shows a line above the one that is being typed; while something runs, the line waits for its end. */
    void above(String line) {
        if (reader.isReading()) {
            reader.printAbove(line);
        } else {
            waiting.add(line);
        }
    }

    /** Rings the terminal's bell. */
    void ring() {
        reader.getTerminal().puts(InfoCmp.Capability.bell);
        reader.getTerminal().flush();
    }

    /** Writes the history out. */
    void close() {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the history", e);
        }
    }
}
