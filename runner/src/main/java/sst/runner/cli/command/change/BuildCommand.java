package sst.runner.cli.command.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sst.runner.action.BuildAction;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.ui.Result;

/** {@code sst build}. */
@Command(name = "build", aliases = "synth", description = "Make the cloud assembly and say where it is.")
public final class BuildCommand extends SstCommand {
    @Option(names = "--to", paramLabel = "DIR", description = "copy the assembly there")
    @Nullable
    Path to;

    @Override
    public Integer call() {
        Path folder = new BuildAction(session().context(), session().app()).build(to);
        session()
                .ui()
                .result(Result.of(
                        List.of(folder.toString()),
                        JsonNodeFactory.instance.objectNode().put("assembly", folder.toString())));
        return ExitCode.OK.code();
    }
}
