package sst.repl.command;

import java.util.List;

/**
 * A slash command, declared once for parsing, help and completion.
 *
 * @param name without the slash
 * @param arguments what may follow, as help shows it
 * @param doc what it does, in one sentence without a full stop
 * @param takes what its words are, for completion
 * @param action does it
 */
public record Command(String name, String arguments, String doc, Takes takes, Action action) {
    /** A command without arguments. */
    public static Command of(String name, String doc, Action action) {
        return new Command(name, "", doc, Takes.NOTHING, action);
    }

    /** What words a command takes. */
    public enum Takes {
        NOTHING,
        THINGS,
        STACKS,
        FUNCTIONS,
        PLANS,
        STAGES,
        CHECKPOINTS,
        COMMANDS,
        FILES,
        JOBS,
        DEPENDENCIES
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Action {
        void run(Arguments arguments) throws Exception;
    }

    /** {@code /deploy [STACK… | PLAN]}. */
    public String usage() {
        return "/" + name + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** Some commands together. */
    public interface Group {
        List<Command> commands();
    }
}
