package sst.constructs.synth;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import sst.constructs.bind.BoundParameters;
import sst.constructs.bind.Wiring;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Places;
import sst.constructs.construct.ProjectFiles;
import sst.constructs.construct.StackSite;
import sst.constructs.construct.Values;
import sst.constructs.function.FunctionConstruct;
import sst.constructs.function.LambdaFunction;
import sst.constructs.host.Errors;
import sst.model.app.AppModel;
import sst.model.app.CdkBlock;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionProps;
import sst.model.ref.ConstructId;

/** One run of the CDK over a model: makes stacks and constructs, wires their functions, writes the assembly. */
final class AppSynthesis implements Values {
    private final AppModel model;
    private final ConstructTypes types;
    private final ProjectFiles files;
    private final App app;
    private final Places places = new Places();
    private final Map<String, StackSite> sites = new LinkedHashMap<>();
    private final Map<ConstructId, AppConstruct> made = new LinkedHashMap<>();
    private final Set<ConstructId> making = new LinkedHashSet<>();

    AppSynthesis(AppModel model, ConstructTypes types, SynthOptions options, ProjectFiles files) {
        this.model = model;
        this.types = types;
        this.files = files;
        this.app = CdkStacks.app(options);
    }

    /** Makes everything and writes the assembly; the answer knows which path comes from which line. */
    Places run(SynthOptions options, StackSite.Code code) {
        CdkStacks stacks = new CdkStacks(app, model, options);
        for (StackModel stack : model.stacks()) {
            Stack cdk = CdkErrors.at(stack.at(), () -> stacks.make(stack));
            sites.put(stack.name(), new StackSite(model, stack, cdk, this, code, files, places));
        }
        model.stacks().forEach(stack -> stacks.order(stack, this::site));
        model.stacks().forEach(this::makeAll);
        model.stacks().forEach(this::wireAll);
        model.stacks().forEach(this::outputs);
        CdkErrors.at(SourceRef.UNKNOWN, () -> {
            stacks.finish();
            return app.synth();
        });
        return places;
    }

    private void makeAll(StackModel stack) {
        stack.constructs().forEach(each -> construct(each.id()));
        stack.cdkBlocks().forEach(each -> construct(each.id()));
    }

    private void wireAll(StackModel stack) {
        Wiring wiring = new Wiring(this);
        stack.constructs().forEach(each -> wiring.wire(each, construct(each.id())));
        Set<ConstructId> bound = BoundParameters.of(
                model,
                types.functions(model).values().stream()
                        .map(FunctionProps::bind)
                        .toList());
        BoundParameters parameters = new BoundParameters(site(stack.name()).parameterPrefix());
        stack.constructs().stream()
                .filter(each -> bound.contains(each.id()))
                .forEach(each -> CdkErrors.at(each.at(), () -> {
                    parameters.write(construct(each.id()));
                    return each;
                }));
    }

    private void outputs(StackModel stack) {
        StackSite site = site(stack.name());
        stack.outputs()
                .forEach((key, value) -> CdkErrors.at(stack.at(), () -> {
                    CfnOutput output = CfnOutput.Builder.create(site.stack(), "SSTStackOutput" + key)
                            .value(text(value))
                            .build();
                    output.overrideLogicalId(key);
                    return output;
                }));
    }

    @Override
    public AppConstruct construct(ConstructId id) {
        AppConstruct known = made.get(id);
        if (known != null) {
            return known;
        }
        if (!making.add(id)) {
            throw Errors.of(Code.CONFLICT, id.path() + " needs a value of its own before it is made")
                    .hint("pass the value by an environment variable instead")
                    .asError();
        }
        AppConstruct construct = make(id);
        made.put(id, construct);
        making.remove(id);
        return construct;
    }

    private StackSite site(String stack) {
        return Objects.requireNonNull(sites.get(stack), stack);
    }

    private AppConstruct make(ConstructId id) {
        StackSite site = site(id.stack());
        List<CdkBlock> blocks = site.model().cdkBlocks();
        for (CdkBlock block : blocks) {
            if (block.id().equals(id)) {
                return new CdkBlockConstruct(block, site.stack());
            }
        }
        return model.construct(id)
                .map(construct -> CdkErrors.at(construct.at(), () -> makeWithHooks(construct, site)))
                .orElseGet(() -> functionOf(id));
    }

    private AppConstruct makeWithHooks(ConstructModel construct, StackSite site) {
        AppConstruct built = types.of(construct).make(construct, site);
        construct.hooks().forEach(hook -> CdkErrors.run(hook, built.cdk()));
        return built;
    }

    /** A function that another construct makes: {@code Function Api/GET /notes} is the one of that route of the API. */
    private AppConstruct functionOf(ConstructId id) {
        int slash = id.id().indexOf('/');
        String parent = slash < 0 ? "" : id.id().substring(0, slash);
        return site(id.stack()).model().constructs().stream()
                .filter(each -> each.id().id().equals(parent))
                .map(each -> construct(each.id()).functions().get(id.id().substring(slash + 1)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(member -> FunctionConstruct.of(id, (LambdaFunction) member.function()))
                .orElseThrow(() -> Errors.of(Code.UNKNOWN_CONSTRUCT, "no function " + id.path())
                        .asError());
    }
}
