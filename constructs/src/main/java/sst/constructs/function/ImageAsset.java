package sst.constructs.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.ecr.assets.DockerCacheOption;
import software.amazon.awscdk.services.ecr.assets.DockerImageAssetProps;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.lambda.AssetImageCodeProps;
import sst.constructs.build.BuiltImage;
import sst.model.function.build.ContainerCache;
import sst.model.function.build.ContainerProps;

/** How Docker builds an image, as the CDK wants it. */
public record ImageAsset(ContainerProps props, boolean isArm) {
    private static final List<String> LEFT_OUT = List.of(".sst");

    /** The options of an image of its own, such as that of a job. */
    public DockerImageAssetProps of(BuiltImage image) {
        return DockerImageAssetProps.builder()
                .directory(image.folder().toString())
                .platform(platform())
                .file(props.file())
                .buildArgs(arguments())
                .buildSsh(props.buildSsh())
                .cacheFrom(caches())
                .cacheTo(props.cacheTo() == null ? null : cache(props.cacheTo()))
                .exclude(LEFT_OUT)
                .build();
    }

    /** The same for the image of a function. */
    void applyTo(AssetImageCodeProps.Builder asset) {
        asset.platform(platform())
                .file(props.file())
                .buildArgs(arguments())
                .buildSsh(props.buildSsh())
                .cacheFrom(caches())
                .cacheTo(props.cacheTo() == null ? null : cache(props.cacheTo()))
                .exclude(LEFT_OUT);
    }

    private Platform platform() {
        return isArm ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64;
    }

    private @Nullable Map<String, String> arguments() {
        return props.buildArgs().isEmpty() ? null : new LinkedHashMap<>(props.buildArgs());
    }

    private @Nullable List<DockerCacheOption> caches() {
        return props.cacheFrom().isEmpty()
                ? null
                : props.cacheFrom().stream().map(ImageAsset::cache).toList();
    }

    private static DockerCacheOption cache(ContainerCache cache) {
        DockerCacheOption.Builder option = DockerCacheOption.builder().type(String.valueOf(cache.type()));
        return cache.params().isEmpty()
                ? option.build()
                : option.params(new LinkedHashMap<>(cache.params())).build();
    }
}
