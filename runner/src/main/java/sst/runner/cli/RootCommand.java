package sst.runner.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
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
        mixinStandardHelpOptions = false)
final class RootCommand {
    private static final List<Class<?>> COMMANDS = List.of(
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
            VersionCommand.class);

    /** Options before a command whose value is a word of its own. */
    static final List<String> WITH_VALUE = List.of("--stage", "--app", "--cloud", "--region", "--profile", "--from");

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

    /**
     * What a line needs of the commands: the one that it names, else all; {@code completion} tells of all. To read
     * twenty commands takes picocli longer than many lines take to run.
     */
    static List<Class<?>> commandsFor(String[] args) {
        String command = commandIn(args);
        return COMMANDS.stream()
                .filter(each -> each != CompletionCommand.class)
                .filter(each -> name(each).equals(command))
                .findFirst()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS);
    }

    /** The word that names the command, behind options of sst; empty when there is none, or help is asked for before it. */
    static String commandIn(String[] args) {
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            String word = words.next();
            if (!word.startsWith("-")) {
                return word;
            }
            if (List.of("-h", "--help", "--version").contains(word)) {
                return "";
            }
            if (WITH_VALUE.contains(word) && words.hasNext()) {
                words.next();
            }
        }
        return "";
    }

    /** {@code DeployCommand} is {@code deploy}. */
    static String name(Class<?> command) {
        String name = command.getSimpleName();
        return name.substring(0, name.length() - "Command".length()).toLowerCase(Locale.ROOT);
    }
}
