package sst.constructs.function;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LogRetentionRetryOptions;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;
import sst.constructs.build.BuiltCode;
import sst.constructs.build.BuiltFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.cdk.Network;
import sst.constructs.construct.AppFunction;
import sst.constructs.construct.Grant;
import sst.constructs.construct.StackSite;
import sst.model.function.Architecture;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;

/** A Lambda function with the defaults that its props declare. */
public final class LambdaFunction implements AppFunction {
    private static final int LOG_RETENTION_RETRIES = 100;

    private final FunctionProps props;
    private final BuiltCode code;
    private final Function function;

    private LambdaFunction(FunctionProps props, BuiltCode code, Function function) {
        this.props = props;
        this.code = code;
        this.function = function;
    }

    /** The place of a function in the CDK's tree. */
    public record Spot(Construct scope, String id) {}

    /** Makes it. */
    public static LambdaFunction make(Spot spot, FunctionProps props, BuiltCode code, StackSite site) {
        Function.Builder builder =
                Function.Builder.create(spot.scope(), spot.id()).environment(environment(code, site));
        FunctionAssets.apply(builder, code, props);
        sizes(builder, props);
        names(builder, props, site);
        logs(builder, props);
        if (!props.layers().isEmpty()) {
            builder.layers(new Layers(spot, site.values()).of(props.layers()));
        }
        CdkProps.requireKeys(props.cdk(), List.of("function"));
        CdkProps cdk = new CdkProps(site.values());
        Network network = new Network(props.vpc(), props.vpcSubnets(), props.securityGroups());
        cdk.apply(builder, network.props("function '" + spot.id() + "'", "vpcSubnets", spot.scope(), site.values()));
        cdk.apply(builder, CdkProps.of(props.cdk(), "function").props());
        LambdaFunction made = new LambdaFunction(props, code, builder.build());
        if (Boolean.TRUE.equals(props.disableCloudWatchLogs())) {
            made.allow(Grant.deny("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"));
        }
        return made;
    }

    private static Map<String, String> environment(BuiltCode code, StackSite site) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (code instanceof BuiltFunction built && built.runtime().startsWith("nodejs")) {
            environment.put("AWS_NODEJS_CONNECTION_REUSE_ENABLED", "1");
        }
        environment.put("SST_APP", site.app().name());
        environment.put("SST_STAGE", site.app().stage());
        environment.put("SST_SSM_PREFIX", site.parameterPrefix());
        return environment;
    }

    private static void sizes(Function.Builder builder, FunctionProps written) {
        FunctionProps props = FunctionBlock.SCHEMA.withDefaults(written);
        builder.memorySize(requireNonNull(props.memorySize()).megabytes())
                .ephemeralStorageSize(software.amazon.awscdk.Size.mebibytes(
                        requireNonNull(props.diskSize()).megabytes()))
                .timeout(software.amazon.awscdk.Duration.seconds(
                        requireNonNull(props.timeout()).toSeconds()))
                .reservedConcurrentExecutions(props.reservedConcurrentExecutions())
                .architecture(
                        props.architecture() == Architecture.ARM_64
                                ? software.amazon.awscdk.services.lambda.Architecture.ARM_64
                                : software.amazon.awscdk.services.lambda.Architecture.X86_64)
                .tracing(software.amazon.awscdk.services.lambda.Tracing.valueOf(
                        requireNonNull(props.tracing()).name()));
    }

    private static void names(Function.Builder builder, FunctionProps props, StackSite site) {
        if (props.functionName() != null) {
            builder.functionName(site.values().text(props.functionName()));
        }
        if (props.description() != null) {
            builder.description(site.values().text(props.description()));
        }
    }

    @SuppressWarnings("deprecation") // A log group of its own would have another logical id than SST v2's.
    private static void logs(Function.Builder builder, FunctionProps props) {
        if (props.logRetention() != null) {
            builder.logRetention(RetentionDays.valueOf(props.logRetention().name()))
                    .logRetentionRetryOptions(LogRetentionRetryOptions.builder()
                            .maxRetries(LOG_RETENTION_RETRIES)
                            .build());
        }
    }

    /** The CDK's function. */
    public Function cdk() {
        return function;
    }

    /** What it runs. */
    public BuiltCode code() {
        return code;
    }

    @Override
    public FunctionProps props() {
        return props;
    }

    @Override
    public void environment(String name, String value) {
        function.addEnvironment(name, value);
    }

    @Override
    public void allow(Grant grant) {
        function.addToRolePolicy(grant.statement());
    }
}
