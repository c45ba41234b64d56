package sst.constructs.function;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import sst.model.ref.ConstructId;
import sst.model.value.Access;

/** {@code function}: a Lambda function of its own. */
public final class FunctionConstruct implements AppConstruct {
    private final ConstructId id;
    private final LambdaFunction function;
    private final @Nullable FunctionUrl url;

    private FunctionConstruct(ConstructId id, LambdaFunction function, @Nullable FunctionUrl url) {
        this.id = id;
        this.function = function;
        this.url = url;
    }

    private static FunctionConstruct make(ConstructModel model, StackSite site) {
        FunctionProps props = FunctionSettings.merged(site.model(), null, model.props(FunctionProps.class));
        String id = CdkProps.id(props.cdk(), model.id().id());
        site.mark(List.of(id), new Places.Origin(model.id().id(), "Function", model.at()));
        LambdaFunction.Spot spot = new LambdaFunction.Spot(site.stack(), id);
        LambdaFunction function = LambdaFunction.make(spot, props, site.code().of(model, ""), site);
        return new FunctionConstruct(model.id(), function, FunctionUrls.add(function.cdk(), props.url()));
    }

    /** A function that another construct made, as others may name it; its id is {@code Api/GET /notes}. */
    public static FunctionConstruct of(ConstructId id, LambdaFunction function) {
        return new FunctionConstruct(id, function, null);
    }

    /** How functions are made. */
    public static ConstructType type() {
        return new ConstructType() {
            @Override
            public AppConstruct make(ConstructModel model, StackSite site) {
                return FunctionConstruct.make(model, site);
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
                    throw AppConstruct.lacks(id, "URL");
                }
                yield url.getUrl();
            }
            default -> throw AppConstruct.lacks(id, "'" + name + "'");
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

    /** Functions without an id of their own cannot be bound, as in SST v2. */
    @Override
    public Bound bound() {
        return id.id().contains("/")
                ? Bound.nothing()
                : new Bound(
                        "Function",
                        id.id(),
                        Map.of("functionName", new BoundValue.Plain(() -> attribute("functionName"))),
                        this::grants);
    }

    @Override
    public List<Grant> permissions() {
        return grants(Access.ALL);
    }

    private List<Grant> grants(Access access) {
        return List.of(Grant.allow(actions(access), List.of(attribute("functionArn"))));
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
