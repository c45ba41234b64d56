package sst.constructs.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.StackSite;
import sst.constructs.event.Receivers;
import sst.constructs.event.Resource;
import sst.constructs.event.ResourceConstruct;
import sst.constructs.event.Spot;
import sst.constructs.function.InlineFunction;
import sst.constructs.function.LambdaFunction;
import sst.constructs.host.ContentHash;
import sst.constructs.host.Errors;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.event.ChildDefaults;
import sst.model.event.Receiver;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;
import sst.model.script.ScriptProps;
import sst.model.value.CdkOverride;

/** {@code script}: a custom resource that calls functions of the user's when it is made, changed or removed. */
public final class ScriptConstruct {
    private static final String LONGEST = "15 minutes";

    private final Spot spot;
    private final CustomResource resource;
    private final Receivers receivers = new Receivers();

    private ScriptConstruct(ConstructModel model, StackSite site) {
        ScriptProps props = model.props(ScriptProps.class);
        this.spot = Resource.spot(model, site, props.cdk());
        Map<String, IFunction> functions = new LinkedHashMap<>();
        steps(model)
                .forEach((key, step) -> functions.put(
                        key, receivers.function(spot, key + "Function", Map.entry(key, step), defaults(props, step))));
        this.resource = make(props, functions);
    }

    /** A function of a script. */
    private record Step(@Nullable FunctionDefinition function) implements Receiver {
        @Override
        public Map<String, CdkOverride> cdk() {
            return Map.of();
        }
    }

    /** How scripts are made. */
    public static ConstructType type() {
        return ConstructType.of(
                (model, site) -> new ScriptConstruct(model, site).asConstruct(), ScriptConstruct::functions);
    }

    private static Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
        ScriptProps props = model.props(ScriptProps.class);
        Map<String, FunctionProps> own = new LinkedHashMap<>();
        steps(model).forEach((key, step) -> own.putAll(Receivers.own(Map.of(key, step), defaults(props, step), stack)));
        return own;
    }

    private static Map<String, Step> steps(ConstructModel model) {
        ScriptProps props = model.props(ScriptProps.class);
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("onCreate", new Step(props.onCreate()));
        steps.put("onUpdate", new Step(props.onUpdate()));
        steps.put("onDelete", new Step(props.onDelete()));
        steps.values().removeIf(step -> step.function() == null);
        if (steps.isEmpty()) {
            throw Errors.of(
                            Code.MISSING_PROP,
                            "script '" + model.id().id() + "' needs 'onCreate', 'onUpdate' or 'onDelete'")
                    .hint("write onCreate 'src/seed.main'")
                    .asError();
        }
        return steps;
    }

    /** A function that the script makes may take as long as Lambda lets it, unless the defaults say less. */
    private static @Nullable ChildDefaults defaults(ScriptProps props, Step step) {
        if (!(step.function() instanceof FunctionDefinition.Inline)) {
            return props.defaults();
        }
        FunctionProps longest = new FunctionBlock().timeout(LONGEST).partial();
        FunctionProps written =
                props.defaults() == null ? null : props.defaults().function();
        return new ChildDefaults(written == null ? longest : FunctionBlock.SCHEMA.merge(longest, written));
    }

    private CustomResource make(ScriptProps props, Map<String, IFunction> functions) {
        Function handler = InlineFunction.builder(spot.scope(), "ScriptHandler", "script")
                .timeout(Duration.minutes(15))
                .memorySize(1024)
                .build();
        Map<String, Object> properties = new LinkedHashMap<>();
        functions.forEach((key, function) -> {
            function.grantInvoke(handler);
            properties.put("User" + key.substring("on".length()) + "Function", function.getFunctionName());
        });
        Object params = spot.site().values().deep(props.params());
        properties.put("UserParams", spot.site().stack().toJsonString(params));
        properties.put(
                "Version",
                props.version() == null ? version() : spot.site().values().text(props.version()));
        CustomResource made = CustomResource.Builder.create(spot.scope(), "ScriptResource")
                .serviceToken(handler.getFunctionArn())
                .resourceType("Custom::SSTScript")
                .properties(properties)
                .build();
        // Permissions have to be there before it runs, and until it has run for the last time.
        made.getNode().addDependency(handler);
        functions.values().forEach(made.getNode()::addDependency);
        return made;
    }

    /** The same as long as the functions' code is. */
    private String version() {
        ContentHash hash = new ContentHash();
        receivers.members().forEach((key, member) -> hash.add(key)
                .add(((LambdaFunction) member.function()).code().hash()));
        return hash.hex().substring(0, 16);
    }

    private AppConstruct asConstruct() {
        return new ResourceConstruct(spot, resource).functions(receivers);
    }
}
