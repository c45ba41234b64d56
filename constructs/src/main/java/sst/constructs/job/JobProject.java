package sst.constructs.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.codebuild.BuildEnvironment;
import software.amazon.awscdk.services.codebuild.BuildSpec;
import software.amazon.awscdk.services.codebuild.ComputeType;
import software.amazon.awscdk.services.codebuild.IBuildImage;
import software.amazon.awscdk.services.codebuild.LinuxBuildImage;
import software.amazon.awscdk.services.codebuild.Project;
import software.amazon.awscdk.services.s3.assets.Asset;
import sst.constructs.build.BuiltCode;
import sst.constructs.build.BuiltFunction;
import sst.constructs.build.BuiltImage;
import sst.constructs.cdk.Network;
import sst.constructs.construct.Grant;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.function.ImageAsset;
import sst.model.function.Architecture;
import sst.model.function.FunctionRuntime;
import sst.model.job.JobNetwork;
import sst.model.job.JobProps;

/** The CodeBuild project of a job: its machine, its image, and the commands that run the code. */
final class JobProject {
    /** Images for ARM that are known to work; those for x86_64 are named after the version alone (SST v2). */
    private static final Map<FunctionRuntime, String> FOR_ARM = Map.of(
            FunctionRuntime.NODEJS16, "16.2023.07.13.14",
            FunctionRuntime.NODEJS18, "18.2023.12.14.13",
            FunctionRuntime.NODEJS20, "20.2023.12.14.13",
            FunctionRuntime.NODEJS22, "22.2024.11.22.14");

    private final Spot spot;
    private final JobProps props;
    private final Project project;
    private @Nullable Grant codeRead;

    JobProject(Spot spot, BuiltCode code) {
        this.spot = spot;
        this.props = JobFunctions.settled(spot.model());
        this.project = make(code);
        CfnResource resource =
                (CfnResource) Objects.requireNonNull(project.getNode().getDefaultChild());
        resource.addPropertyOverride("Source", source(code));
        if (isArm()) {
            resource.addPropertyOverride("Environment.Type", "ARM_CONTAINER");
        }
    }

    Project project() {
        return project;
    }

    /** What the project needs to get its code. */
    Optional<Grant> codeRead() {
        return Optional.ofNullable(codeRead);
    }

    private Project make(BuiltCode code) {
        Project.Builder builder = Project.Builder.create(spot.scope(), "JobProject")
                .projectName(spot.site().prefixed(spot.id()))
                .environment(BuildEnvironment.builder()
                        .computeType(ComputeType.valueOf(
                                Objects.requireNonNull(props.memorySize()).name()))
                        .buildImage(image(code))
                        .build())
                .timeout(
                        Duration.seconds(Objects.requireNonNull(props.timeout()).toSeconds()))
                .buildSpec(BuildSpec.fromObject(Map.of("version", "0.2")));
        return Resource.with(spot, builder, network()).build();
    }

    private Map<String, Object> network() {
        JobNetwork cdk = props.cdk();
        return cdk == null
                ? Map.of()
                : new Network(cdk.vpc(), cdk.vpcSubnets(), cdk.securityGroups())
                        .props(
                                "job '" + spot.id() + "'",
                                "subnetSelection",
                                spot.scope(),
                                spot.site().values());
    }

    private IBuildImage image(BuiltCode code) {
        if (code instanceof BuiltImage image) {
            return LinuxBuildImage.fromAsset(
                    spot.scope(), "ContainerImage", new ImageAsset(image.props(), isArm()).of(image));
        }
        FunctionRuntime runtime = Objects.requireNonNull(props.runtime());
        String tag =
                isArm() ? FOR_ARM.getOrDefault(runtime, "") : runtime.toString().replaceAll("\\D", "");
        return LinuxBuildImage.fromDockerRegistry("amazon/aws-lambda-nodejs:" + tag);
    }

    private boolean isArm() {
        return props.architecture() == Architecture.ARM_64;
    }

    private Map<String, Object> source(BuiltCode code) {
        if (code instanceof BuiltFunction built) {
            Asset asset = Asset.Builder.create(spot.scope(), "Code")
                    .path(built.zip().toString())
                    .assetHash(built.hash())
                    .build();
            String location = asset.getS3BucketName() + "/" + asset.getS3ObjectKey();
            String arn = "arn:" + spot.site().stack().getPartition() + ":s3:::" + location;
            codeRead = Grant.allow(List.of("s3:GetObject", "s3:GetObjectVersion"), List.of(arn));
            return Map.of("Type", "S3", "Location", location, "BuildSpec", spec(wrapped(built.handler())));
        }
        return Map.of("Type", "NO_SOURCE", "BuildSpec", spec(command()));
    }

    private static String wrapped(String handler) {
        return "cat > handler-wrapper.mjs <<'END'\n" + wrapper() + "END\nnode handler-wrapper.mjs '" + handler + "'";
    }

    private static String wrapper() {
        try (InputStream stream = Objects.requireNonNull(JobProject.class.getResourceAsStream("handler-wrapper.mjs"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String command() {
        return String.join(
                " ",
                Objects.requireNonNull(props.container()).cmd().stream()
                        .map(word -> word.contains(" ") ? '"' + word.replace("\"", "\\\"") + '"' : word)
                        .toList());
    }

    /** One command of several lines, which YAML takes as they are. */
    private static String spec(String command) {
        return "version: 0.2\nphases:\n  build:\n    commands:\n      - |\n"
                + command.indent(8).stripTrailing() + "\n";
    }
}
