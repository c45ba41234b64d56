package sst.repl.terminal;

import java.util.List;
import sst.runner.cli.session.CommandProvider;

/** Brings {@code sst repl} to the command line. */
public final class ReplCommands implements CommandProvider {
    @Override
    public List<Object> commands() {
        return List.of(new ReplCommand());
    }
}
