package sst.model.function;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.build.BuildHooks;
import sst.model.function.build.ContainerProps;
import sst.model.function.build.CopyFile;
import sst.model.function.build.JavaProps;
import sst.model.function.build.NodeProps;
import sst.model.function.build.PythonProps;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.schema.written.Size;
import sst.model.value.Binding;
import sst.model.value.CdkOverride;
import sst.model.value.Permission;

/** A Lambda function (SST v2: {@code constructs/Function.ts}). */
@Construct(value = "function", doc = "A Lambda function, built from source.", handle = Function.class)
public record FunctionProps(
        @Nullable @Prop(value = "Path and function, or class and method.", example = "'src/list.main'", required = true)
                String handler,
        @Nullable
                @Prop(
                        value = "The Lambda runtime; left out, a current one of the handler's language.",
                        example = "'nodejs22.x'")
                FunctionRuntime runtime,
        @Nullable
                @Prop(
                        value = "The Maven or Gradle project, or folder, that holds the handler.",
                        example = "'services/stats'")
                String path,
        @Nullable @Prop(value = "The processor.", defaultsTo = "x86_64") Architecture architecture,
        @Nullable @Prop(value = "A physical name; left out, AWS makes one.") String functionName,
        @Nullable @Prop("What the function does, as the AWS console shows it.") String description,
        @Nullable
                @Prop(
                        value = "Memory, and CPU in proportion: 128 MB to 10240 MB.",
                        defaultsTo = "1024 MB",
                        synonyms = "memory")
                Size memorySize,
        @Nullable @Prop(value = "How long one call may take, up to 15 minutes.", defaultsTo = "10 seconds")
                Duration timeout,
        @Nullable @Prop(value = "Size of /tmp: 512 MB to 10240 MB.", defaultsTo = "512 MB") Size diskSize,
        @Nullable @Prop(value = "X-Ray tracing.", defaultsTo = "active") Tracing tracing,
        @Prop(value = "Environment variables.", example = "KEY: 'value'") Map<String, String> environment,
        @Prop(value = "Resources the function may see and use.", example = "notes", synonyms = "link")
                List<Binding> bind,
        @Prop(value = "Grants beyond bindings.", example = "'ses:SendEmail'") List<Permission> permissions,
        @Prop(
                        value = "Layers: their ARNs, or what cdk blocks returned.",
                        example = "'arn:aws:lambda:us-east-1:123456789012:layer:x:1'")
                List<Layer> layers,
        @Nullable @Prop(value = "The network it runs in: a closure that returns it, or what a cdk block returned.")
                CdkOverride vpc,
        @Nullable @Prop(value = "Which of the network's subnets.", example = "subnetType: 'PUBLIC'")
                CdkOverride vpcSubnets,
        @Prop("Its security groups in the network: closures, or what cdk blocks returned.")
                List<CdkOverride> securityGroups,
        @Nullable @Prop(value = "How many calls may run at once.", example = "5") Integer reservedConcurrentExecutions,
        @Nullable @Prop(value = "A URL of the function's own.", example = "true") FunctionUrl url,
        @Prop(value = "Files packed with the code.", example = "from: 'templates'") List<CopyFile> copyFiles,
        @Nullable @Prop(value = "Whether sst dev runs it on this machine.", defaultsTo = "true", synonyms = "live")
                Boolean enableLiveDev,
        @Nullable @Prop(value = "Whether its logs are refused.", defaultsTo = "false") Boolean disableCloudWatchLogs,
        @Nullable @Prop(value = "How long its logs are kept.", example = "'one_week'") LogRetention logRetention,
        @Nullable @Prop(value = "What runs around the build.", example = "beforeBuild: 'npm run generate'")
                BuildHooks hooks,
        @Nullable @Prop("Bundling of Node code.") NodeProps nodejs,
        @Nullable @Prop("Packing of Python code.") PythonProps python,
        @Nullable @Prop("Building of JVM code.") JavaProps java,
        @Nullable @Prop(value = "Building of the image, when runtime is container.", example = "file: 'dev.Dockerfile'")
                ContainerProps container,
        @Prop(
                        value = "CDK props of the function, merged last.",
                        example = "function: [reservedConcurrentExecutions: 5]")
                Map<String, CdkOverride> cdk) {}
