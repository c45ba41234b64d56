package sst.constructs.function;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.AssetCode;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.LogRetentionRetryOptions;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import software.constructs.Construct;
import sst.constructs.build.BuiltFunction;
import sst.constructs.cdk.CdkProps;
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
    private final Function function;

    private LambdaFunction(FunctionProps props, Function function) {
        this.props = props;
        this.function = function;
    }

    /** The place of a function in the CDK's tree. */
    public record Spot(Construct scope, String id) {}

    /** Makes it. */
    public static LambdaFunction make(Spot spot, FunctionProps props, BuiltFunction code, StackSite site) {
        Function.Builder builder = Function.Builder.create(spot.scope(), spot.id())
                .code(asset(code))
                .handler(code.handler())
                .runtime(runtime(code.runtime()))
                .environment(environment(code, site));
        sizes(builder, props);
        names(builder, props, site);
        logs(builder, props);
        if (!props.layers().isEmpty()) {
            builder.layers(layers(spot, props, site));
        }
        CdkProps.requireKeys(props.cdk(), List.of("function"));
        new CdkProps(site.values())
                .apply(builder, CdkProps.of(props.cdk(), "function").props());
        LambdaFunction made = new LambdaFunction(props, builder.build());
        if (Boolean.TRUE.equals(props.disableCloudWatchLogs())) {
            made.allow(Grant.deny("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"));
        }
        return made;
    }

    private static List<ILayerVersion> layers(Spot spot, FunctionProps props, StackSite site) {
        return props.layers().stream()
                .map(layer -> LayerVersion.fromLayerVersionArn(
                        spot.scope(), spot.id() + layer, site.values().text(layer)))
                .toList();
    }

    private static AssetCode asset(BuiltFunction code) {
        return Code.fromAsset(
                code.zip().toString(),
                AssetOptions.builder().assetHash(code.hash()).build());
    }

    private static Runtime runtime(String name) {
        RuntimeFamily family = name.startsWith("nodejs")
                ? RuntimeFamily.NODEJS
                : name.startsWith("python") ? RuntimeFamily.PYTHON : RuntimeFamily.JAVA;
        return new Runtime(name, family);
    }

    private static Map<String, String> environment(BuiltFunction code, StackSite site) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (code.runtime().startsWith("nodejs")) {
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
