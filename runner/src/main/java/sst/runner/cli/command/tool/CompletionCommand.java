package sst.runner.cli.command.tool;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sst.model.diagnostic.Code;
import sst.runner.cli.completion.ShellScript;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;
import sst.runner.ui.Result;

/** {@code sst completion}. */
@Command(
        name = "completion",
        description = "Print the completion script of a shell.",
        footer = {
            "",
            "bash: source <(sst completion bash)",
            "zsh:  source <(sst completion zsh)",
            "fish: sst completion fish | source"
        })
public final class CompletionCommand extends SstCommand {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
    String shell = "";

    @Override
    public Integer call() {
        ShellScript script = ShellScript.of(shell)
                .orElseThrow(() -> Problems.of(Code.USAGE, "there is no completion for '" + shell + "'")
                        .hint("give bash, zsh or fish")
                        .asError());
        session().ui().result(new Result(script.text(spec.root()).lines().toList(), List.of()));
        return ExitCode.OK.code();
    }
}
