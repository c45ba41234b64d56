package sst.runner.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sst.runner.cli.command.BootstrapCommand;
import sst.runner.cli.command.BuildCommand;
import sst.runner.cli.command.CompletionCommand;
import sst.runner.cli.command.DeployCommand;
import sst.runner.cli.command.DiffCommand;
import sst.runner.cli.command.DoctorCommand;
import sst.runner.cli.command.DriftCommand;
import sst.runner.cli.command.InvokeCommand;
import sst.runner.cli.command.LintCommand;
import sst.runner.cli.command.LocalCommand;
import sst.runner.cli.command.LogsCommand;
import sst.runner.cli.command.OutputsCommand;
import sst.runner.cli.command.RemoveCommand;
import sst.runner.cli.command.ResourcesCommand;
import sst.runner.cli.command.RollbackCommand;
import sst.runner.cli.command.RunCommand;
import sst.runner.cli.command.ShellCommand;
import sst.runner.cli.command.StagesCommand;
import sst.runner.cli.command.UnlockCommand;
import sst.runner.cli.command.VersionCommand;
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
