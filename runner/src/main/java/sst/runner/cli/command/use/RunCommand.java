package sst.runner.cli.command.use;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sst.model.diagnostic.Code;
import sst.runner.action.script.DebugRun;
import sst.runner.action.script.RunScript;
import sst.runner.app.AppIdentity;
import sst.runner.cli.session.CommandProvider;
import sst.runner.cli.session.Prompt;
import sst.runner.cli.session.SstCommand;
import sst.runner.failure.ExitCode;
import sst.runner.failure.Problems;
import sst.runner.ui.Failures;
import sst.runner.ui.Result;
import sst.runner.view.ScriptViews;
import sst.scripts.ScriptOutput;
import sst.scripts.ScriptRequest;
import sst.scripts.Scripts;
import sst.scripts.source.ScriptFile;
import sst.scripts.source.ScriptFolder;
import sst.scripts.source.ScriptHeader;

/** {@code sst run}. */
@Command(
        name = "run",
        description = "Run a script of the project against the deployed stage; without a name, list them.",
        footer = {
            "",
            "Options that are not sst's own go to the script; what follows -- goes to it untouched.",
            "sst run SCRIPT --help shows what a script takes."
        })
public final class RunCommand extends SstCommand {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SCRIPT", description = "a script in the folder scripts")
    String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ARGS", description = "its arguments")
    List<String> args = new ArrayList<>();

    @Option(names = "--dry-run", description = "let reads through, show writes and do not send them")
    boolean dry;

    @Option(names = "--timeout", paramLabel = "TIME", description = "end it after that time, such as 90s or 5m")
    @Nullable
    String timeout;

    @Option(names = "--debug", paramLabel = "PORT", description = "wait for a debugger on this port before it starts")
    @Nullable
    Integer debug;

    @Option(names = "--repl", description = "open the REPL when the script fails")
    boolean repl;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name.isEmpty()) {
            return list();
        }
        if (debug != null) {
            session().ui().say("waiting for a debugger on 127.0.0.1:" + debug);
            return new DebugRun(debug).run(withoutDebug());
        }
        ScriptFile script = script();
        ScriptRequest request = new ScriptRequest(script, ScriptHeader.of(script), args, dry, timeout());
        PrintStream out = ScriptOutput.stream();
        System.setOut(out);
        RunScript action = new RunScript(
                session().context(), session()::constructNames, session().agreesToAll());
        AppIdentity app = session().app().identityAlone();
        return repl ? runOpen(action, app, request, out) : action.run(app, request, out);
    }

    /** Shows a failure and opens the REPL beside what the script had come to. */
    private int runOpen(RunScript action, AppIdentity app, ScriptRequest request, PrintStream out) {
        if (!session().terminal().isTerminal(0) || !session().terminal().isTerminal(1)) {
            throw Problems.of(Code.USAGE, "--repl needs a terminal")
                    .hint("look at the failure with --debug PORT")
                    .asError();
        }
        AtomicBoolean isShown = new AtomicBoolean();
        try {
            return action.run(app, request, out, (failure, variables) -> {
                session().ui().failure(failure);
                session().ui().say("the script's variables: " + String.join(", ", variables.keySet()));
                isShown.set(true);
                prompt().open(session(), variables);
            });
        } catch (RuntimeException failure) {
            if (!isShown.get()) {
                throw failure;
            }
            return Failures.exitCode(failure);
        }
    }

    /** The console's command, which a line that names this one has not read. */
    private static Prompt prompt() {
        return ServiceLoader.load(CommandProvider.class).stream()
                .flatMap(provider -> provider.get().commands().stream())
                .filter(Prompt.class::isInstance)
                .map(Prompt.class::cast)
                .findFirst()
                .orElseThrow(() -> Problems.of(Code.UNSUPPORTED, "there is no REPL in this installation")
                        .asError());
    }

    @Override
    public boolean explain() {
        if (name.isEmpty()) {
            return false;
        }
        Scripts scripts =
                new Scripts(RunScript.cache(session().project()), session().ui()::say);
        List<String> lines = scripts.help(script()).lines().toList();
        session().ui().result(new Result(lines, List.of()));
        return true;
    }

    private int list() {
        List<ScriptFile> all = new ScriptFolder(session().project().root()).all();
        session().ui().result(ScriptViews.list(all));
        if (all.isEmpty()) {
            session()
                    .ui()
                    .say("no scripts yet: put one into "
                            + session().project().root().resolve("scripts") + " as NAME.groovy, NAME.java or NAME.jsh");
        }
        return ExitCode.OK.code();
    }

    private ScriptFile script() {
        return new ScriptFolder(session().project().root()).find(name);
    }

    private List<String> withoutDebug() {
        List<String> words =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        int at = words.indexOf("--debug");
        if (at >= 0) {
            words.subList(at, at + 2).clear();
        } else {
            words.remove("--debug=" + debug);
        }
        return words;
    }

    private @Nullable Duration timeout() {
        if (timeout == null) {
            return null;
        }
        Matcher form = DURATION.matcher(timeout);
        if (!form.matches()) {
            throw Problems.of(Code.USAGE, "--timeout is '" + timeout + "'")
                    .hint("give seconds, or a number with ms, s, m or h")
                    .asError();
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2) == null ? "s" : form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
