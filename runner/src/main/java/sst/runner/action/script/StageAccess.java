package sst.runner.action.script;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sst.runner.action.function.ConstructNames;
import sst.runner.action.session.Context;
import sst.runner.action.session.Session;
import sst.runner.app.AppIdentity;
import sst.runner.aws.Page;
import sst.runner.aws.stack.StackResource;
import sst.runner.aws.stack.StackState;
import sst.scripts.stage.StageSite;
import sst.scripts.stage.StageValues;

/**
 * A deployed stage as scripts and commands of the user reach it.
 *
 * @param values what its constructs are called; asked for when they are needed
 */
public record StageAccess(StageSite site, StageValues values) {

    /**
     * Opens a stage; on a local one the cloud is started for it.
     *
     * @param names constructs of the last assembly, for what is bound to no function
     */
    public static StageAccess open(Context context, AppIdentity app, Supplier<ConstructNames> names) {
        StageSite site = site(context, app);
        return new StageAccess(site, StageValues.of(context.env(), site, () -> deployed(context, app, names.get())));
    }

    private static StageSite site(Context context, AppIdentity app) {
        String name = app.name();
        String stage = app.stage().text();
        if (app.local()) {
            String endpoint = context.localCloud().start(null).endpoint();
            return new StageSite(name, stage, app.region(), endpoint, null);
        }
        if (app.account() != null) {
            checkAccount(context, app);
        }
        return new StageSite(name, stage, app.region(), null, app.profile());
    }

    private static void checkAccount(Context context, AppIdentity app) {
        // Opening refuses credentials of another account than the app's.
        Session.open(context, app).close();
    }

    private static Map<String, String> deployed(Context context, AppIdentity app, ConstructNames names) {
        Map<String, String> values = new TreeMap<>();
        try (Session session = Session.open(context, app)) {
            for (StackState stack : session.deployed().stacks()) {
                for (StackResource resource :
                        Page.all(token -> session.aws().cloudFormation().resources(stack.arn(), token))) {
                    names.origin(stack.name(), resource.logicalId())
                            .flatMap(origin -> NamedResource.of(origin, resource))
                            .ifPresent(found -> values.put(found.variable(), found.value(session)));
                }
            }
        }
        return values;
    }

    /** The endpoint of an HTTP API. */
    static String apiUrl(String id, String region, @Nullable String localEndpoint) {
        return localEndpoint == null
                ? "https://" + id + ".execute-api." + region + ".amazonaws.com"
                : localEndpoint + "/_api/" + id;
    }
}
