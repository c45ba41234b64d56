package sst.repl.terminal;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.io.Reader;
import java.util.List;
import java.util.function.Function;
import sst.model.diagnostic.Code;
import sst.repl.command.Command;
import sst.repl.command.Commands;
import sst.repl.command.Desk;
import sst.repl.command.Interpreter;
import sst.repl.job.Jobs;
import sst.runner.cli.session.Session;
import sst.runner.failure.Problems;
import sst.runner.ui.PlainUi;
import sst.runner.ui.PlainUi.Answers;
import sst.runner.ui.Screen;
import sst.runner.ui.Ui;

/** Starts commands behind the prompt, at desks of their own. */
final class Behind implements Interpreter.Behind {
    private static final List<String> FIT = List.of("watch", "logs", "invoke", "deploy");

    private final Session host;
    private final Desk desk;
    private final Jobs jobs;
    private final Function<Desk, Commands> commands;

    Behind(Session host, Desk desk, Jobs jobs, Function<Desk, Commands> commands) {
        this.host = host;
        this.desk = desk;
        this.jobs = jobs;
        this.commands = commands;
    }

    @Override
    public void start(Command command, String line) {
        if (!FIT.contains(command.name())) {
            throw Problems.of(Code.USAGE, "/" + command.name() + " does not run behind the prompt")
                    .hint("those that do: /" + String.join(", /", FIT))
                    .asError();
        }
        // A deploy of the model would build while the next line may build too.
        if (command.name().equals("deploy") && !line.matches("/\\S+\\s+plan-\\d+(\\s+--yes)?")) {
            throw Problems.of(Code.USAGE, "behind the prompt only a kept plan is deployed")
                    .hint("make one with /diff, then /deploy plan-1 &")
                    .asError();
        }
        int number = jobs.start(line, this::work);
        desk.show(List.of("[" + number + "] " + line));
    }

    private Jobs.Work work(PrintStream out) {
        Answers nobody = new Answers(false, () -> new BufferedReader(Reader.nullReader()));
        Ui ui = new PlainUi(
                new Screen(out, out, desk.width(), false, false), host.project().root(), host.redactor(), nobody);
        Desk own = desk.aside(ui);
        Commands all = commands.apply(own);
        return new Jobs.Work(line -> all.run(line), own::requestStop);
    }
}
