package sst.repl.job;

import java.util.List;
import sst.model.diagnostic.Code;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Desk;
import sst.runner.failure.Problems;

/** Commands on what runs behind the prompt. */
public final class JobCommands implements Command.Group {
    private final Desk desk;
    private final Jobs jobs;

    public JobCommands(Desk desk, Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("jobs", "", "list what runs behind the prompt", Takes.NOTHING, this::list),
                new Command("stop", "[JOB]", "end a job that runs behind the prompt", Takes.JOBS, this::stop));
    }

    private void list(Arguments arguments) {
        List<String> all = jobs.list();
        desk.show(all.isEmpty() ? List.of("no jobs: a command that ends in & runs behind the prompt") : all);
    }

    private void stop(Arguments arguments) {
        List<Integer> numbers = jobs.numbers();
        String typed = arguments.first(numbers.size() == 1 ? String.valueOf(numbers.get(0)) : "");
        if (!typed.matches("\\d{1,6}")) {
            throw Problems.of(Code.USAGE, "/stop takes the number of a job")
                    .hint("see /jobs")
                    .asError();
        }
        boolean isFirst = jobs.stop(Integer.parseInt(typed));
        desk.show(List.of(isFirst ? "asked to stop; /stop " + typed + " again interrupts it" : "interrupted"));
    }
}
