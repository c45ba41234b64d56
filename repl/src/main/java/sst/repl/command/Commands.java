package sst.repl.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.runner.failure.Problems;

/** All slash commands, by name. */
public final class Commands {
    private final Map<String, Command> all = new LinkedHashMap<>();

    /** The commands of some groups, in their order. */
    public Commands(List<Command.Group> groups) {
        groups.forEach(group -> group.commands().forEach(each -> all.put(each.name(), each)));
    }

    /** Runs a command as it was typed, with its slash. */
    public void run(String line) throws Exception {
        String[] parts = line.strip().substring(1).split("\\s+", 2);
        get(parts[0]).action().run(Arguments.of(parts.length > 1 ? parts[1] : ""));
    }

    /** All of them. */
    public List<Command> all() {
        return new ArrayList<>(all.values());
    }

    /**
     * The command of that name, or the one that alone begins so.
     *
     * @throws sst.model.diagnostic.UserError with the nearest name
     */
    public Command get(String name) {
        Command exact = all.get(name);
        if (exact != null) {
            return exact;
        }
        List<Command> begins = all.values().stream()
                .filter(each -> each.name().startsWith(name))
                .toList();
        if (begins.size() == 1 && name.length() > 1) {
            return begins.get(0);
        }
        throw Problems.of(Code.USAGE, "there is no command /" + name)
                .hint(Suggestion.nearest(name, all.keySet())
                        .map(near -> "did you mean /" + near + "?")
                        .orElse("see /help"))
                .subject("/" + name)
                .asError();
    }
}
