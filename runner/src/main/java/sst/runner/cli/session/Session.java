package sst.runner.cli.session;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.action.function.ConstructNames;
import sst.runner.action.session.Context;
import sst.runner.app.AppSetting;
import sst.runner.app.AppSource;
import sst.runner.app.ConfigApp;
import sst.runner.app.ConfigApp.Surroundings;
import sst.runner.app.Lookups;
import sst.runner.app.ReadyAssembly;
import sst.runner.app.ReadyAssembly.Choices;
import sst.runner.app.SecretNames;
import sst.runner.aws.account.AwsConnector;
import sst.runner.aws.sdk.SdkConnector;
import sst.runner.deploy.pace.Pace;
import sst.runner.deploy.pace.Stop;
import sst.runner.failure.Problems;
import sst.runner.lookup.AccountLookups;
import sst.runner.stage.ProjectFolder;
import sst.runner.stage.StageChoice;
import sst.runner.stage.StageName;
import sst.runner.ui.AnsiUi;
import sst.runner.ui.JsonUi;
import sst.runner.ui.PlainUi;
import sst.runner.ui.PlainUi.Answers;
import sst.runner.ui.Redactor;
import sst.runner.ui.Screen;
import sst.runner.ui.Style;
import sst.runner.ui.Ui;

/** What the commands of one run of the process share, each part made when it is first needed. */
public final class Session {
    private final World world;
    private final GlobalOptions options;
    private final Stop stop;
    private final Streams streams;
    private final TerminalProbe terminal;
    private final Redactor redactor = new Redactor();
    private @Nullable Ui ui;

    public Session(World world, GlobalOptions options, Stop stop, Streams streams) {
        this.world = world;
        this.options = options;
        this.stop = stop;
        this.streams = streams;
        this.terminal = new TerminalProbe(world.env());
        redactor.hide(SecretNames.valuesIn(world.env()));
    }

    /** Whether failures are shown with their stack traces. */
    public boolean wantsTraces() {
        return options.verbose;
    }

    /** Whether every question counts as answered with yes. */
    public boolean agreesToAll() {
        return options.yes;
    }

    /** Whether stdout is for a program. */
    public boolean wantsJson() {
        return options.json;
    }

    /** The user's wish to stop. */
    public Stop stop() {
        return stop;
    }

    /** The one way to the user. */
    public Ui ui() {
        Ui made = ui;
        if (made == null) {
            made = makeUi();
            ui = made;
        }
        return made;
    }

    /** How results on stdout are coloured. */
    public Style style() {
        return new Style(!options.json && terminal.colour(options.noColor, terminal.isTerminal(1)));
    }

    /** The world as actions see it. */
    public Context context() {
        return context(ui(), stop);
    }

    /** The same with another way to the user and another wish to stop, for one command of many. */
    public Context context(Ui told, Stop wish) {
        return new Context(project(), world.env(), world.lib(), told, connector(told), Pace.real(), wish, redactor);
    }

    private static AwsConnector connector(Ui told) {
        return new SdkConnector(told::warn, question -> told.canAsk() ? told.ask(question) : "");
    }

    /** The process's surroundings. */
    public World world() {
        return world;
    }

    /** What stands behind the process's streams. */
    public TerminalProbe terminal() {
        return terminal;
    }

    /** The process's streams. */
    public Streams streams() {
        return streams;
    }

    /** Hides secret values in everything that is shown. */
    public Redactor redactor() {
        return redactor;
    }

    /** Whether colours were refused on the command line. */
    public boolean refusesColour() {
        return options.noColor;
    }

    /** Where the command was called. */
    public Path workingDirectory() {
        return world.workingDirectory();
    }

    /** The user's project. */
    public ProjectFolder project() {
        Path app = options.app;
        return ProjectFolder.at(
                app == null
                        ? world.workingDirectory()
                        : world.workingDirectory().resolve(app));
    }

    /** A file as the user names it. */
    public Path file(String name) {
        return world.workingDirectory().resolve(name);
    }

    /** The stage that is meant. */
    public StageName stage() {
        return new StageChoice(project(), world.env()).choose(options.stage, this::askStage);
    }

    /** The app as its config, which a ready assembly has not. */
    public ConfigApp configApp() {
        if (app() instanceof ConfigApp config) {
            return config;
        }
        throw Problems.of(Code.USAGE, "--from names an assembly, and this command looks at a config")
                .hint("name the project with --app")
                .asError();
    }

    /** The app that the command is about, in the stage that is meant. */
    public AppSource app() {
        return app(this::stage);
    }

    /** The app for a command that looks at all stages; nobody is asked for one. */
    public AppSource appOfAnyStage() {
        return app(() -> new StageChoice(project(), world.env()).any(options.stage));
    }

    private AppSource app(Supplier<StageName> stage) {
        String cloud = options.cloud;
        if (cloud != null && !cloud.equals("local") && !cloud.equals("aws")) {
            throw Problems.of(Code.USAGE, "--cloud is '" + cloud + "'")
                    .hint("give local or aws")
                    .asError();
        }
        if (options.stage != null) {
            new StageName(options.stage);
        }
        Choices choices = new Choices(options.stage, cloud, options.region, options.profile, world.env());
        Path from = options.from;
        if (from != null) {
            project().makeState();
            return new ReadyAssembly(world.workingDirectory().resolve(from), choices, stage);
        }
        if (!Files.isRegularFile(project().config())) {
            throw Problems.of(
                            Code.NO_APP,
                            "no sst.config.groovy or sst.config.jsh in "
                                    + project().root())
                    .hint("name the project with --app, or a ready assembly with --from")
                    .asError();
        }
        project().makeState();
        PrintWriter prints = new PrintWriter(
                new RedactedWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8), redactor));
        return new ConfigApp(setting(stage.get(), ui(), prints));
    }

    /**
     * The setting of the project's app.
     *
     * @param prints where prints of the config go
     */
    public AppSetting setting(StageName stage, Ui told, PrintWriter prints) {
        redactor.hide(SecretNames.valuesIn(world.env(), project().root(), stage));
        Path home = Path.of(world.properties().getProperty("user.home", "."));
        Lookups lookups = new AccountLookups(connector(told));
        Surroundings surroundings =
                new Surroundings(world.lib(), home, Clock.systemUTC(), prints, new AppNotes(told), lookups);
        Choices choices = new Choices(options.stage, options.cloud, options.region, options.profile, world.env());
        return new AppSetting(project(), stage, choices, surroundings);
    }

    /** Construct names of what is deployed, from the last assembly. */
    public ConstructNames constructNames() {
        Path from = options.from;
        return new ConstructNames(
                from != null
                        ? world.workingDirectory().resolve(from)
                        : project().assembly(stage()));
    }

    /** Gives the terminal back. */
    public void close() {
        if (ui != null) {
            ui.close();
        }
    }

    private String askStage(String suggestion) {
        if (!ui().canAsk()) {
            throw Problems.of(Code.USAGE, "no stage was named and nobody can be asked")
                    .hint("pass --stage, or set SST_STAGE")
                    .asError();
        }
        String answer = ui().ask("Which stage is yours? [" + suggestion + "]");
        return answer.isEmpty() ? suggestion : answer;
    }

    private Ui makeUi() {
        if (options.json) {
            return new JsonUi(streams.out(), streams.err(), redactor);
        }
        boolean onTerminal = terminal.isTerminal(2);
        boolean live = onTerminal && !terminal.isDumb();
        boolean colour = terminal.colour(options.noColor, onTerminal);
        Screen screen = new Screen(streams.out(), streams.err(), onTerminal ? terminal.width() : 80, colour, live);
        Answers answers = new Answers(onTerminal && terminal.isTerminal(0), Session::stdin);
        Path root = options.app == null
                ? world.workingDirectory()
                : world.workingDirectory().resolve(options.app);
        return live
                ? new AnsiUi(screen, root, redactor, new AnsiUi.Setup(answers, Clock.systemUTC()))
                : new PlainUi(screen, root, redactor, answers);
    }

    private static BufferedReader stdin() {
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    /** Where the process writes to. */
    public record Streams(PrintStream out, PrintStream err) {}
}
