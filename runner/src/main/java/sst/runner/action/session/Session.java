package sst.runner.action.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.app.AppIdentity;
import sst.runner.assets.image.Docker;
import sst.runner.aws.AwsFailure;
import sst.runner.aws.account.Aws;
import sst.runner.aws.account.Target;
import sst.runner.deploy.Access;
import sst.runner.deploy.Run;
import sst.runner.deploy.event.DeployEvent;
import sst.runner.deploy.event.DeployEvent.RunFinished;
import sst.runner.deploy.event.DeployEvent.Where;
import sst.runner.deploy.event.DeployEvents;
import sst.runner.deploy.event.RunResult;
import sst.runner.deploy.graph.Workers;
import sst.runner.failure.Problems;
import sst.runner.history.RunLog;
import sst.runner.history.UsualTimes;
import sst.runner.remote.DeployedStage;

/** An open way to the account and region of a stage; on a local stage the cloud is started for it. */
public final class Session implements Access, AutoCloseable {
    private final Context context;
    private final AppIdentity app;
    private final Target target;
    private final String account;
    private final Map<String, Aws> regions = new ConcurrentHashMap<>();
    private final Consumer<DeployEvent> events;
    private @Nullable ExecutorService workers;

    private Session(Context context, AppIdentity app, Target target) {
        this.context = context;
        this.app = app;
        this.target = target;
        this.account = account(target);
        RunLog log = new RunLog(context.project().logs(), context.redactor());
        Path times = context.project().cache().resolve("times").resolve(app.stage() + ".json");
        this.events = new DeployEvents(new UsualTimes(times, context.clock(), event -> {
            log.accept(event);
            context.ui().event(event);
        }));
    }

    private String account(Target place) {
        try {
            return in(place.region()).identity().caller().account();
        } catch (AwsFailure failure) {
            String profile = place.profile();
            boolean expired = failure.kind() == AwsFailure.Kind.CREDENTIALS_EXPIRED;
            if (profile == null || !(expired || failure.kind() == AwsFailure.Kind.CREDENTIALS_MISSING)) {
                throw failure;
            }
            String problem = expired ? "have expired" : "cannot be used";
            throw Problems.cloud(
                    Problems.of(
                                    Code.CREDENTIALS,
                                    "the credentials of profile '" + profile + "' " + problem + ": " + failure.reason())
                            .hint("log in: aws sso login --profile " + profile),
                    failure);
        }
    }

    /**
     * Opens the stage's account.
     *
     * @throws sst.model.diagnostic.CloudError when the credentials belong to another account than the app allows
     */
    public static Session open(Context context, AppIdentity app) {
        String endpoint = app.local() ? context.localCloud().start(null).endpoint() : null;
        Target target = new Target(app.region(), app.local() ? null : app.profile(), endpoint);
        Session session = new Session(context, app, target);
        String wanted = app.account();
        if (!app.local() && wanted != null && !wanted.equals(session.account)) {
            session.close();
            throw Problems.cloud(Problems.of(
                            Code.WRONG_ACCOUNT,
                            "the app belongs to account " + wanted + ", the credentials are of " + session.account)
                    .hint("choose another --profile"));
        }
        if (!app.local()) {
            context.project().places().check(app.stage(), session.account, session.region());
        }
        return session;
    }

    /** Tells the end of a run. */
    public void finished(RunResult result, Instant began) {
        events.accept(
                new RunFinished(result, Duration.between(began, context.clock().instant())));
    }

    /** The stage is in this account and region from now on. */
    public void remember() {
        if (!app.local()) {
            context.project().places().remember(app.stage(), account, region());
        }
    }

    /** Nothing of the stage is left. */
    public void forget() {
        context.project().places().forget(app.stage());
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public String region() {
        return target.region();
    }

    @Override
    public @Nullable String endpoint() {
        return target.endpoint();
    }

    @Override
    public Aws in(String region) {
        return regions.computeIfAbsent(region, r -> context.connector().connect(target.in(r)));
    }

    /** The services of the stage's own region. */
    public Aws aws() {
        return in(region());
    }

    public Where where() {
        return new Where(app.name(), app.stage().text(), region(), account, app.local());
    }

    /** A new run in this session. */
    public Run run(String command) {
        ExecutorService started = workers == null ? Workers.start() : workers;
        workers = started;
        return new Run(
                context.newRunId(),
                command,
                where(),
                this,
                context.owner(),
                context.project().cache(),
                context.project().swaps(app.stage()),
                context.pace(),
                started,
                context.stop(),
                new Docker(context.env()),
                events);
    }

    /**
     * The stage as it is deployed.
     *
     * @throws sst.model.diagnostic.CloudError when it is not
     */
    public DeployedStage deployed() {
        return deployed("deploy it: sst deploy --stage " + app.stage());
    }

    /** @param hint what helps where the stage is not deployed */
    public DeployedStage deployed(String hint) {
        DeployedStage stage = DeployedStage.read(
                aws().cloudFormation(), app.name(), app.stage().text());
        if (stage.stacks().isEmpty()) {
            String place = app.local() ? "in the local cloud" : "in " + account + " " + region();
            throw Problems.cloud(Problems.of(
                            Code.NOT_DEPLOYED,
                            "stage " + app.stage() + " of " + app.name() + " is not deployed " + place)
                    .hint(hint));
        }
        return stage;
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
        regions.values().forEach(Aws::close);
    }
}
