package sst.runner.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.runner.cli.session.CommandProvider;
import sst.runner.cli.session.Interrupts;
import sst.runner.cli.session.Session;
import sst.runner.cli.session.SstCommand;
import sst.runner.cli.session.World;
import sst.runner.deploy.pace.Stop;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;
import sst.runner.ui.Failures;
import sst.runner.ui.Ui;

/** One run of the command line: parse, act, say how it went. */
final class CommandLineRun {
    private final World world;
    private final PrintStream out = ProcessStreams.out();
    private final PrintStream err = ProcessStreams.err();

    CommandLineRun(World world) {
        this.world = world;
    }

    int run(String[] args) {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root);
        commands(args).forEach(line::addSubcommand);
        Stop stop = new Stop();
        Session session = new Session(world, root.options, stop, new Session.Streams(out, err));
        line.setOut(writer(out))
                .setErr(writer(err))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // "@file" is an argument like any other.
                .setExpandAtFiles(false)
                // "--cloud local": a command has the same name as the value.
                .setAllowSubcommandsAsOptionParameters(true)
                .setExecutionStrategy(parsed -> execute(parsed, session));
        leaveToOthers(line.getSubcommands());
        line.setParameterExceptionHandler((e, words) -> usage(e, session));
        line.setExecutionExceptionHandler((e, failed, parsed) -> failed(e, session));
        Interrupts.onInterrupt(stop::request, () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()));
        int code = line.execute(args);
        session.close();
        return code;
    }

    private static List<Object> commands(String[] args) {
        List<Object> commands = new ArrayList<>(RootCommand.commandsFor(args));
        if (commands.size() == 1) {
            return commands;
        }
        String wanted = RootCommand.commandIn(args);
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            for (Object command : provider.commands()) {
                if (RootCommand.name(command.getClass()).equals(wanted)) {
                    return List.of(command);
                }
                commands.add(command);
            }
        }
        return commands;
    }

    /** Arguments that belong to a script or a program are not ours to understand. */
    private static void leaveToOthers(Map<String, CommandLine> commands) {
        commands.forEach((name, command) -> {
            command.setUnmatchedOptionsArePositionalParams(name.equals("run"));
            command.setStopAtPositional(command.getCommandName().equals("shell"));
        });
    }

    private static int execute(CommandLine.ParseResult parsed, Session session) {
        CommandLine.ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (last.commandSpec().userObject() instanceof SstCommand command) {
            command.session(session);
            if (last.isUsageHelpRequested() && command.explain()) {
                return ExitCode.OK.code();
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int usage(ParameterException e, Session session) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        Diagnostic wrong = e instanceof UnmatchedArgumentException unmatched
                ? unknown(unmatched, name)
                : Problems.of(Code.USAGE, String.valueOf(e.getMessage())).hint("see " + name + " --help");
        session.ui().failure(wrong.asError());
        return ExitCode.USAGE.code();
    }

    private static Diagnostic unknown(UnmatchedArgumentException unmatched, String name) {
        String word = unmatched.getUnmatched().get(0);
        List<String> known =
                new ArrayList<>(unmatched.getCommandLine().getSubcommands().keySet());
        unmatched.getCommandLine().getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        String what = word.startsWith("-") ? "option" : known.contains("deploy") ? "command" : "argument";
        return Problems.of(Code.USAGE, name + " has no " + what + " '" + word + "'")
                .hint(Suggestion.nearest(word, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("see " + name + " --help"));
    }

    private static int failed(Exception e, Session session) {
        Ui ui = session.ui();
        ui.failure(e);
        if (Failures.isBug(e)) {
            ui.say("This is a fault of sst itself. Please report it with the output of --verbose.");
        }
        if (session.wantsTraces()) {
            java.io.StringWriter trace = new java.io.StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(ui::say);
        }
        return Failures.exitCode(e);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
