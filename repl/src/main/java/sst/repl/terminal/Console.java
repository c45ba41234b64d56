package sst.repl.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;
import sst.repl.command.Desk;
import sst.repl.command.LineFailure;
import sst.repl.command.set.SessionCommands.Quit;
import sst.repl.job.Outlet;
import sst.runner.cli.session.Session;
import sst.runner.cli.session.TerminalProbe;
import sst.runner.cli.session.Version;
import sst.runner.ui.AnsiUi;
import sst.runner.ui.PlainUi;
import sst.runner.ui.PlainUi.Answers;
import sst.runner.ui.Screen;
import sst.runner.ui.Style;
import sst.runner.ui.Ui;

/** A person at a terminal: prompt, keys, history, and what Ctrl-C means when. */
final class Console {
    private final Session session;
    private final TerminalProbe probe;
    private final Map<String, Object> variables;
    private boolean staleWasSaid;

    /** @param variables what the user finds there beside the app */
    Console(Session session, Map<String, Object> variables) {
        this.session = session;
        this.variables = variables;
        this.probe = session.terminal();
    }

    int run(String language) throws IOException {
        try (Terminal terminal = terminal()) {
            Style style = new Style(probe.colour(session.refusesColour(), true));
            PrintStream out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
            AtomicReference<Keyboard> keys = new AtomicReference<>();
            Ui ui = new ReplUi(screen(out, style, width(terminal)), question -> ask(keys.get(), question));
            Desk.Look look = new Desk.Look(style, () -> width(terminal));
            PrintWriter prints = new PrintWriter(out, true, StandardCharsets.UTF_8);
            try (Workplace place = new Workplace(session, new Workplace.Face(ui, look, prints, new Above(keys)))) {
                out.println("sst " + Version.number() + "  " + place.setting().stage() + "   /help  ?name  Tab");
                Keyboard keyboard = new Keyboard(terminal, place.knowledge(), style.colour());
                keys.set(keyboard);
                keyboard.remember(place.history());
                place.onStage(() -> keyboard.remember(place.history()));
                begin(place, keyboard);
                place.languages().choose(language);
                loop(new Keys(terminal, keyboard), place, style);
                keyboard.close();
            }
            return 0;
        }
    }

    private void begin(Workplace place, Keyboard keyboard) throws IOException {
        List<String> first = place.startEntries();
        if (first.isEmpty()) {
            // What is warmed would only keep the prompt from its processor.
            keyboard.onFirstPrompt(place::warm);
        } else {
            place.warm();
        }
        for (String entry : first) {
            run(entry, place, "");
        }
        place.take(variables);
    }

    /** Lines that nobody waits for go above the one that is typed. */
    private record Above(AtomicReference<Keyboard> keys) implements Outlet {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void show(String line) {
            keyboard().above(line);
        }

        @Override
        public void ring() {
            keyboard().ring();
        }

        /** What runs behind the prompt was started at it. */
        private Keyboard keyboard() {
            return Objects.requireNonNull(keys.get());
        }
    }

    /** What a person types on. */
    private record Keys(Terminal terminal, Keyboard board) {}

    private static Terminal terminal() throws IOException {
        // What these can do is told by JLine's own files; to ask infocmp costs a process.
        for (String usual : List.of("xterm-256color", "xterm")) {
            InfoCmp.setLoadedInfoCmp(usual, () -> InfoCmp.getDefaultInfoCmp(usual));
        }
        try {
            // The FFM provider spins a hundred classes at each start, and the exec provider runs programs.
            return builder().provider("jni").dumb(false).build();
        } catch (IOException | IllegalStateException | LinkageError noLibrary) {
            return builder().dumb(true).build();
        }
    }

    private static TerminalBuilder builder() {
        return TerminalBuilder.builder()
                .system(true)
                .nativeSignals(true)
                // The probe for it eats what was typed before the prompt.
                .graphemeCluster(false);
    }

    private Ui screen(PrintStream out, Style style, int columns) {
        boolean isLive = !probe.isDumb();
        Screen screen = new Screen(out, out, columns, style.colour(), isLive);
        Answers nobody = new Answers(false, () -> new java.io.BufferedReader(java.io.Reader.nullReader()));
        return isLive
                ? new AnsiUi(
                        screen,
                        session.project().root(),
                        session.redactor(),
                        new AnsiUi.Setup(nobody, Clock.systemUTC()))
                : new PlainUi(screen, session.project().root(), session.redactor(), nobody);
    }

    private int width(Terminal terminal) {
        int columns = probe.isDumb() ? 0 : terminal.getSize().getColumns();
        return columns > 0 ? columns : probe.width();
    }

    private static String ask(@Nullable Keyboard keys, String question) {
        try {
            return keys == null ? "" : keys.read(question);
        } catch (UserInterruptException | EndOfFileException declined) {
            return "";
        }
    }

    private void loop(Keys keys, Workplace place, Style style) {
        AtomicInteger interrupts = new AtomicInteger();
        Thread self = Thread.currentThread();
        keys.terminal().handle(Terminal.Signal.INT, signal -> {
            place.desk().requestStop();
            if (interrupts.incrementAndGet() > 1 || place.interpreter().runsCode()) {
                self.interrupt();
            }
        });
        while (true) {
            sayIfStale(place);
            String prompt = prompt(place, style);
            try {
                String entry = keys.board().read(prompt);
                interrupts.set(0);
                run(entry, place, prompt);
            } catch (UserInterruptException cleared) {
                interrupts.set(0);
            } catch (EndOfFileException | Quit end) {
                return;
            }
        }
    }

    private void run(String entry, Workplace place, String prompt) {
        String bare = prompt.replaceAll("\u001b\\[[0-9;]*m", "");
        place.recorder().entry(bare, entry);
        try {
            place.interpreter().run(entry);
        } catch (Quit quit) {
            throw quit;
        } catch (Exception | StackOverflowError thrown) {
            place.desk().failed(thrown);
            new LineFailure(place.desk().style(), place.desk().width())
                    .lines(thrown, entry, bare.length())
                    .forEach(place.desk().ui()::say);
        } finally {
            // An interrupt that came too late must not hit the next line.
            boolean unused = Thread.interrupted();
            place.desk().ui().close();
        }
    }

    /** Says once for each change of the files that the session does not have it yet. */
    private void sayIfStale(Workplace place) {
        boolean isStale = place.isReady() && place.desk().app().isStale();
        if (isStale && !staleWasSaid) {
            place.desk().ui().warn("the config's files changed: /reload takes that in");
        }
        staleWasSaid = isStale;
    }

    private static String prompt(Workplace place, Style style) {
        int pending = place.isReady() ? place.desk().app().pending().size() : 0;
        String stage = place.setting().stage().text();
        String language = place.languages().isUsual() ? "" : style.faint(" java");
        boolean isProtected = place.isReady() && place.desk().app().identity().protect();
        return (isProtected ? style.bad(stage) : style.good(stage)) + (pending == 0 ? "" : style.caution("±" + pending))
                + language + "> ";
    }
}
