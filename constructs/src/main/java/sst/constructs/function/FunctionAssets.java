package sst.constructs.function;

import java.util.Map;
import software.amazon.awscdk.services.lambda.AssetImageCodeProps;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Handler;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;
import software.amazon.awscdk.services.s3.assets.AssetOptions;
import sst.constructs.build.BuiltCode;
import sst.constructs.build.BuiltFunction;
import sst.constructs.build.BuiltImage;
import sst.model.function.Architecture;
import sst.model.function.FunctionProps;

/** The code of a function as the CDK wants it: a package and its runtime, or an image. */
final class FunctionAssets {
    private static final Map<String, RuntimeFamily> FAMILIES = Map.of(
            "nodejs", RuntimeFamily.NODEJS,
            "python", RuntimeFamily.PYTHON,
            "java", RuntimeFamily.JAVA,
            "dotnet", RuntimeFamily.DOTNET_CORE);

    private FunctionAssets() {}

    static void apply(Function.Builder builder, BuiltCode code, FunctionProps props) {
        if (code instanceof BuiltFunction built) {
            builder.code(Code.fromAsset(
                            built.zip().toString(),
                            AssetOptions.builder().assetHash(built.hash()).build()))
                    .handler(built.handler())
                    .runtime(runtime(built.runtime()));
        } else if (code instanceof BuiltImage image) {
            builder.code(Code.fromAssetImage(image.folder().toString(), image(image, props)))
                    .handler(Handler.FROM_IMAGE)
                    .runtime(Runtime.FROM_IMAGE);
        }
    }

    private static Runtime runtime(String name) {
        RuntimeFamily family = FAMILIES.getOrDefault(name.replaceAll("(core)?[0-9.x]+$", ""), RuntimeFamily.OTHER);
        return new Runtime(name, family);
    }

    private static AssetImageCodeProps image(BuiltImage image, FunctionProps props) {
        AssetImageCodeProps.Builder asset = AssetImageCodeProps.builder();
        new ImageAsset(image.props(), props.architecture() == Architecture.ARM_64).applyTo(asset);
        return image.props().cmd().isEmpty()
                ? asset.build()
                : asset.cmd(image.props().cmd()).build();
    }
}
