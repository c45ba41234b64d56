package sst.constructs.synth;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicies;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.RemovalPolicyProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import sst.constructs.construct.StackSite;
import sst.constructs.host.Errors;
import sst.model.app.AppModel;
import sst.model.app.Removal;
import sst.model.app.StackModel;
import sst.model.app.StackOptions;
import sst.model.diagnostic.Code;

/** The CDK's app and stacks with SST v2's names and tags, and what applies to all of an app's resources. */
final class CdkStacks {
    /** The types that CloudFormation can take a snapshot of; the CDK refuses the policy for all others. */
    private static final List<String> WITH_SNAPSHOTS = List.of(
            "AWS::DocDB::DBCluster",
            "AWS::EC2::Volume",
            "AWS::ElastiCache::CacheCluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::Neptune::DBCluster",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::Redshift::Cluster");

    private final App app;
    private final AppModel model;
    private final SynthOptions options;

    CdkStacks(App app, AppModel model, SynthOptions options) {
        this.app = app;
        this.model = model;
        this.options = options;
    }

    static App app(SynthOptions options) {
        return new App(AppProps.builder()
                .outdir(options.out().toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .autoSynth(false)
                .context(options.context())
                .build());
    }

    Stack make(StackModel stack) {
        StackOptions written = stack.options();
        String name = model.logicalPrefixedName(Objects.requireNonNullElse(written.id(), stack.name()));
        StackProps.Builder props =
                StackProps.builder().stackName(stackName(stack, name)).env(environment(stack));
        if (written.description() != null) {
            props.description(written.description());
        }
        if (written.terminationProtection() != null) {
            props.terminationProtection(written.terminationProtection());
        }
        Stack made = new Stack(app, name, props.build());
        written.tags().forEach((key, value) -> Tags.of(made).add(key, value));
        return made;
    }

    /** A physical name of the user's own must tell stages apart, or two stages would share a stack (SST v2). */
    private String stackName(StackModel stack, String usual) {
        String own = stack.options().stackName();
        if (own == null) {
            return usual;
        }
        if (!List.of(own.split("-", -1)).contains(model.stage()) && !own.contains(model.stage())) {
            throw Errors.of(Code.INVALID_NAME, "stack name '" + own + "' does not contain the stage")
                    .hint("write \"${stage}-" + own + "\"")
                    .subject("stackName")
                    .asError();
        }
        return own;
    }

    private Environment environment(StackModel stack) {
        Environment.Builder environment = Environment.builder()
                .region(Objects.requireNonNullElse(stack.options().region(), options.region()));
        if (!options.account().isEmpty()) {
            environment.account(options.account());
        }
        return environment.build();
    }

    /** Tells the CDK what is deployed before what. */
    void order(StackModel stack, Function<String, StackSite> sites) {
        Stack made = sites.apply(stack.name()).stack();
        stack.dependsOn()
                .forEach(other -> made.addStackDependency(sites.apply(other).stack()));
    }

    /** What is done last: tags and the removal policy, over everything that was made. */
    void finish() {
        Tags.of(app).add("sst:app", model.name());
        Tags.of(app).add("sst:stage", model.stage());
        model.props().tags().forEach((key, value) -> Tags.of(app).add(key, value));
        Removal removal = model.props().removal();
        if (removal == Removal.SNAPSHOT) {
            RemovalPolicies.of(app)
                    .snapshot(RemovalPolicyProps.builder()
                            .applyToResourceTypes(WITH_SNAPSHOTS)
                            .build());
        } else if (removal != null) {
            RemovalPolicies.of(app).apply(removal == Removal.DESTROY ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN);
        }
    }
}
