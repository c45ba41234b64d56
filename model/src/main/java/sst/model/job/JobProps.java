package sst.model.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.function.Architecture;
import sst.model.function.FunctionRuntime;
import sst.model.function.LogRetention;
import sst.model.function.build.ContainerProps;
import sst.model.function.build.CopyFile;
import sst.model.function.build.NodeProps;
import sst.model.schema.declare.Construct;
import sst.model.schema.declare.Prop;
import sst.model.value.Binding;
import sst.model.value.Permission;

/** Work of up to 36 hours on AWS CodeBuild (SST v2: {@code constructs/Job.ts}). */
@Construct(value = "job", doc = "Work that runs longer than a function may, on AWS CodeBuild.", handle = Job.class)
public record JobProps(
        @Nullable
                @Prop(
                        value = "Path and function, or the folder of a container.",
                        example = "'src/list.main'",
                        required = true)
                String handler,
        @Nullable @Prop(value = "A nodejs runtime, or container.", defaultsTo = "nodejs18.x") FunctionRuntime runtime,
        @Nullable @Prop(value = "The processor.", defaultsTo = "x86_64") Architecture architecture,
        @Nullable @Prop(value = "Memory, and CPU with it: 3 GB, 7 GB, 15 GB or 145 GB.", defaultsTo = "3 GB")
                JobMemory memorySize,
        @Nullable @Prop(value = "How long it may run: 5 minutes to 36 hours.", defaultsTo = "8 hours") Duration timeout,
        @Nullable @Prop(value = "Building of the image, when runtime is container.", example = "cmd: ['npm', 'start']")
                ContainerProps container,
        @Prop(value = "Files packed with the code.", example = "from: 'templates'") List<CopyFile> copyFiles,
        @Nullable @Prop("Bundling of Node code.") NodeProps nodejs,
        @Nullable @Prop(value = "Whether sst dev runs it on this machine.", defaultsTo = "true", synonyms = "live")
                Boolean enableLiveDev,
        @Prop(value = "Environment variables.", example = "KEY: 'value'") Map<String, String> environment,
        @Prop(value = "Resources the job may see and use.", example = "notes", synonyms = "link") List<Binding> bind,
        @Prop(value = "Grants beyond bindings.", example = "'ses:SendEmail'") List<Permission> permissions,
        @Nullable @Prop(value = "How long its logs are kept.", example = "'one_week'") LogRetention logRetention,
        @Nullable @Prop(value = "Its id in the CDK's tree, and the network it runs in.", example = "id: 'OldId'")
                JobNetwork cdk) {}
