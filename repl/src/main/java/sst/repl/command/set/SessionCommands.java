package sst.repl.command.set;

import java.util.List;
import java.util.function.Supplier;
import sst.repl.command.Arguments;
import sst.repl.command.Command;
import sst.repl.command.Command.Takes;
import sst.repl.command.Commands;
import sst.repl.command.Desk;
import sst.repl.show.Pairs;

/** Commands of the prompt itself. */
public final class SessionCommands implements Command.Group {
    private final Desk desk;
    private final Supplier<Commands> all;

    public SessionCommands(Desk desk, Supplier<Commands> all) {
        this.desk = desk;
        this.all = all;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("help", "[COMMAND]", "this list, or more about one command", Takes.COMMANDS, this::help),
                Command.of("quit", "leave; so does Ctrl-D", arguments -> {
                    throw new Quit();
                }));
    }

    private void help(Arguments arguments) {
        if (!arguments.names().isEmpty()) {
            Command command = all.get().get(arguments.names().get(0).replaceFirst("^/", ""));
            desk.show(List.of(desk.style().strong(command.usage()), "  " + command.doc()));
            return;
        }
        Pairs list = new Pairs();
        all.get().all().forEach(each -> list.add(each.usage(), each.doc()));
        list.add("?NAME  ??NAME", "explain a construct or prop; show its source");
        list.add("anything else", "is code: every stack and construct is a variable");
        desk.show(list.lines(desk.width()));
    }

    /** Ends the session. */
    public static final class Quit extends RuntimeException {
        Quit() {
            super("quit", null, false, false);
        }
    }
}
