package sst.constructs.synth;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sst.constructs.api.ApiConstruct;
import sst.constructs.appsync.AppSyncApiConstruct;
import sst.constructs.auth.AuthConstruct;
import sst.constructs.bucket.BucketConstruct;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.cognito.CognitoConstruct;
import sst.constructs.config.ParameterConstruct;
import sst.constructs.config.SecretConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.cron.CronConstruct;
import sst.constructs.event.AdditionConstruct;
import sst.constructs.eventbus.EventBusConstruct;
import sst.constructs.function.FunctionConstruct;
import sst.constructs.host.Errors;
import sst.constructs.job.JobConstruct;
import sst.constructs.queue.QueueConstruct;
import sst.constructs.rds.RdsConstruct;
import sst.constructs.restapi.ApiGatewayV1ApiConstruct;
import sst.constructs.script.ScriptConstruct;
import sst.constructs.site.StaticSiteConstruct;
import sst.constructs.statemachine.StateMachineConstruct;
import sst.constructs.stream.KinesisStreamConstruct;
import sst.constructs.table.TableConstruct;
import sst.constructs.topic.TopicConstruct;
import sst.constructs.websocket.WebSocketApiConstruct;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.Addition;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;

/** Every class of constructs, by SST's name. */
final class ConstructTypes {
    private final Map<String, ConstructType> types = Map.ofEntries(
            entry(Addition.TYPE, AdditionConstruct.type(this::named)),
            entry("Api", ApiConstruct.type()),
            entry("ApiGatewayV1Api", ApiGatewayV1ApiConstruct.type()),
            entry("AppSyncApi", AppSyncApiConstruct.type()),
            entry("Auth", AuthConstruct.type()),
            entry("Bucket", BucketConstruct.type()),
            entry("Cognito", CognitoConstruct.type()),
            entry("Cron", CronConstruct.type()),
            entry("EventBus", EventBusConstruct.type()),
            entry("Function", FunctionConstruct.type()),
            entry("Job", JobConstruct.type()),
            entry("KinesisStream", KinesisStreamConstruct.type()),
            entry("Parameter", ParameterConstruct.type()),
            entry("Queue", QueueConstruct.type()),
            entry("RDS", RdsConstruct.type()),
            entry("Script", ScriptConstruct.type()),
            entry("Secret", SecretConstruct.type()),
            entry("StaticSite", StaticSiteConstruct.type()),
            entry("StateMachine", StateMachineConstruct.type()),
            entry("Table", TableConstruct.type()),
            entry("Topic", TopicConstruct.type()),
            entry("WebSocketApi", WebSocketApiConstruct.type()));

    private ConstructType named(ConstructId id) {
        return Objects.requireNonNull(types.get(id.type()), id.type());
    }

    ConstructType of(ConstructModel model) {
        ConstructType type = types.get(model.id().type());
        if (type == null) {
            throw Errors.of(Code.UNSUPPORTED, "construct '" + model.id().type() + "' is not supported")
                    .at(model.at())
                    .asError();
        }
        return type;
    }

    /** Every file of the app that constructs read. */
    List<String> files(AppModel app) {
        return app.stacks().stream()
                .flatMap(stack -> stack.constructs().stream())
                .flatMap(construct -> of(construct).files(construct).stream())
                .toList();
    }

    /** Every function that the app makes, in order. */
    Map<FunctionKey, FunctionProps> functions(AppModel app) {
        Map<FunctionKey, FunctionProps> functions = new LinkedHashMap<>();
        for (StackModel stack : app.stacks()) {
            for (ConstructModel construct : stack.constructs()) {
                ConstructType type = of(construct);
                CdkErrors.at(construct.at(), () -> type.functions(construct, stack))
                        .forEach((key, props) ->
                                functions.put(new FunctionKey(construct, key, type.at(construct, key)), props));
            }
        }
        return functions;
    }

    /**
     * A function of the app.
     *
     * @param construct the construct that makes it
     * @param key which of its functions, such as {@code GET /notes}; empty when it has one
     * @param at the line that names it
     */
    record FunctionKey(ConstructModel construct, String key, SourceRef at) {
        /** {@code api/Api/GET /notes}: unique in the app, and what the user is told. */
        String address() {
            return address(construct, key);
        }

        static String address(ConstructModel construct, String key) {
            String path = construct.id().path();
            return key.isEmpty() ? path : path + "/" + key;
        }
    }
}
