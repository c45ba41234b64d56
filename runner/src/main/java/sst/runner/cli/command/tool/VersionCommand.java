package sst.runner.cli.command.tool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import picocli.CommandLine.Command;
import sst.runner.cli.session.SstCommand;
import sst.runner.cli.session.Version;
import sst.runner.failure.ExitCode;
import sst.runner.ui.Result;

/** {@code sst version} with other options; alone it is answered before any of this is loaded. */
@Command(name = "version", description = "Show the version.")
public final class VersionCommand extends SstCommand {
    @Override
    public Integer call() {
        session()
                .ui()
                .result(Result.of(
                        List.of(Version.line()),
                        JsonNodeFactory.instance.objectNode().put("version", Version.number())));
        return ExitCode.OK.code();
    }
}
