package sst.runner.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sst.runner.cli.command.change.BootstrapCommand;
import sst.runner.cli.command.change.BuildCommand;
import sst.runner.cli.command.change.DeployCommand;
import sst.runner.cli.command.change.DiffCommand;
import sst.runner.cli.command.change.RemoveCommand;
import sst.runner.cli.command.change.RollbackCommand;
import sst.runner.cli.command.change.UnlockCommand;
import sst.runner.cli.command.look.DriftCommand;
import sst.runner.cli.command.look.LogsCommand;
import sst.runner.cli.command.look.OutputsCommand;
import sst.runner.cli.command.look.ResourcesCommand;
import sst.runner.cli.command.look.StagesCommand;
import sst.runner.cli.command.tool.CompletionCommand;
import sst.runner.cli.command.tool.DoctorCommand;
import sst.runner.cli.command.tool.LintCommand;
import sst.runner.cli.command.tool.LocalCommand;
import sst.runner.cli.command.tool.VersionCommand;
import sst.runner.cli.command.use.InvokeCommand;
import sst.runner.cli.command.use.RunCommand;
import sst.runner.cli.command.use.ShellCommand;
import sst.runner.cli.session.GlobalOptions;

/** What {@code sst} is without a command. */
@Command(
        name = "sst",
        synopsisSubcommandLabel = "COMMAND",
        description = "Full-stack AWS applications as one Groovy file.",
        mixinStandardHelpOptions = false,
        subcommands = {
            BuildCommand.class,
            DiffCommand.class,
            DeployCommand.class,
            RemoveCommand.class,
            RollbackCommand.class,
            OutputsCommand.class,
            DriftCommand.class,
            ResourcesCommand.class,
            StagesCommand.class,
            LogsCommand.class,
            InvokeCommand.class,
            RunCommand.class,
            ShellCommand.class,
            LocalCommand.class,
            BootstrapCommand.class,
            UnlockCommand.class,
            LintCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            VersionCommand.class
        })
final class RootCommand {
    @Mixin
    GlobalOptions options = new GlobalOptions();

    @picocli.CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "this help")
    boolean help;

    @picocli.CommandLine.Option(names = "--version", versionHelp = true, description = "the version")
    boolean version;
}
