package sst.repl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sst.repl.lang.Language;
import sst.repl.lang.LiveNames;
import sst.repl.session.Transaction;
import sst.repl.show.ChangeText;
import sst.repl.show.Explanation;
import sst.runner.ui.Ui;

/** Takes one entry after the other: commands, questions, and lines of the language in use. */
public final class Interpreter {
    private final Desk desk;
    private final Commands commands;
    private final LiveNames names;
    private final Supplier<Language> language;
    private final Behind behind;
    private volatile boolean runsCode;

    /** What an interpreter tells apart. */
    public record Parts(Commands commands, Behind behind, LiveNames names, Supplier<Language> language) {}

    public Interpreter(Desk desk, Parts parts) {
        this.desk = desk;
        this.commands = parts.commands();
        this.behind = parts.behind();
        this.names = parts.names();
        this.language = parts.language();
    }

    /** Whether a line of code goes on in the next line. */
    public boolean isOpen(String entry) {
        return language.get().isOpen(entry);
    }

    /** Whether a line of code runs, which hears an interrupt and nothing else. */
    public boolean runsCode() {
        return runsCode;
    }

    /** The commands, for completion. */
    public Commands commands() {
        return commands;
    }

    /** Runs an entry; what is wrong with it comes out. */
    public void run(String entry) throws Exception {
        String text = entry.strip();
        desk.begin();
        if (text.isEmpty()) {
            return;
        }
        try {
            run(entry, text);
        } catch (Exception wrong) {
            names.remember("_err", wrong);
            throw wrong;
        }
    }

    private void run(String entry, String text) throws Exception {
        if (isCommand(text)) {
            command(text);
        } else if (text.startsWith("?")) {
            boolean isSource = text.startsWith("??");
            String name = text.substring(isSource ? 2 : 1).strip();
            desk.show(new Explanation(desk.app(), names, desk.values()).lines(name, isSource));
        } else {
            runsCode = true;
            try {
                Transaction done = language.get().run(entry);
                names.remember("_", done.value());
                show(done);
            } finally {
                runsCode = false;
            }
        }
    }

    private void command(String text) throws Exception {
        if (text.endsWith(" &")) {
            String line = text.substring(0, text.length() - 2).strip();
            behind.start(commands.get(line.substring(1).split("\\s+", 2)[0]), line);
        } else {
            commands.run(text);
        }
    }

    /** Runs commands whose lines end in {@code &}, while the prompt goes on. */
    public interface Behind {
        /** Starts a command; what it refuses comes out at once. */
        void start(Command command, String line);
    }

    /** Whether an entry is a slash command; a line of code may begin with a comment. */
    public static boolean isCommand(String text) {
        return text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*");
    }

    private void show(Transaction done) {
        boolean isQuiet = !done.changes().isEmpty();
        Ui ui = desk.ui();
        if (!isQuiet && (done.value() != null || desk.wantsJson())) {
            ui.result(desk.values().result(done.value()));
        }
        if (!done.changes().isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add(new ChangeText(desk.style()).pending(desk.app().pending(), done.changes()));
            lines.forEach(ui::say);
        }
    }
}
