package sst.constructs.function;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;
import sst.constructs.cdk.CdkProps;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Bound;
import sst.constructs.construct.BoundValue;
import sst.constructs.construct.ConstructType;
import sst.constructs.construct.Grant;
import sst.constructs.construct.Places;
import sst.constructs.construct.StackSite;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.function.FunctionProps;
import sst.model.value.Access;

/** {@code function}: a Lambda function of its own. */
public final class FunctionConstruct implements AppConstruct {
    private final ConstructModel model;
    private final LambdaFunction function;
    private final @org.jspecify.annotations.Nullable FunctionUrl url;

    private FunctionConstruct(ConstructModel model, StackSite site) {
        FunctionProps props = FunctionSettings.merged(site.model(), null, model.props(FunctionProps.class));
        String id = CdkProps.id(props.cdk(), model.id().id());
        site.mark(List.of(id), new Places.Origin(model.id().id(), "Function", model.at()));
        this.model = model;
        this.function = LambdaFunction.make(
                new LambdaFunction.Spot(site.stack(), id), props, site.code().of(model, ""), site);
        this.url = FunctionUrls.add(function.cdk(), props.url());
    }

    /** How functions are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return new FunctionConstruct(model, site);
            }

            @Override
            public Map<String, FunctionProps> functions(ConstructModel model, StackModel stack) {
                return Map.of("", FunctionSettings.merged(stack, null, model.props(FunctionProps.class)));
            }
        };
    }

    /** The function itself, for constructs that call it. */
    public LambdaFunction function() {
        return function;
    }

    @Override
    public String attribute(String name) {
        return switch (name) {
            case "functionName" -> function.cdk().getFunctionName();
            case "functionArn" -> function.cdk().getFunctionArn();
            case "url" -> {
                if (url == null) {
                    throw AppConstruct.lacks(model.id(), "URL");
                }
                yield url.getUrl();
            }
            default -> throw AppConstruct.lacks(model.id(), "'" + name + "'");
        };
    }

    @Override
    public Object cdk() {
        return function.cdk();
    }

    @Override
    public Construct scope() {
        return function.cdk();
    }

    @Override
    public Bound bound() {
        return new Bound(
                "Function",
                model.id().id(),
                Map.of("functionName", new BoundValue.Plain(() -> attribute("functionName"))),
                access -> List.of(Grant.allow(actions(access), List.of(attribute("functionArn")))));
    }

    private static List<String> actions(Access access) {
        return switch (access) {
            case ALL -> List.of("lambda:*");
            case READ -> List.of("lambda:GetFunction", "lambda:GetFunctionConfiguration");
            case WRITE -> List.of("lambda:InvokeFunction");
            case READ_WRITE ->
                List.of("lambda:GetFunction", "lambda:GetFunctionConfiguration", "lambda:InvokeFunction");
        };
    }

    @Override
    public Map<String, Member> functions() {
        return Map.of("", new Member(function, true));
    }
}
