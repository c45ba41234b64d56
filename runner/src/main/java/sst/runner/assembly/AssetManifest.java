package sst.runner.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.runner.assembly.AssetEntry.Destination;
import sst.runner.assembly.AssetEntry.DockerAsset;
import sst.runner.assembly.AssetEntry.FileAsset;
import sst.runner.assembly.AssetEntry.ImageDestination;
import sst.runner.assembly.AssetEntry.ImageSource;

/** Reads an asset manifest. Sources that are commands to be run are refused: an assembly is data. */
final class AssetManifest {
    private AssetManifest() {}

    static List<AssetEntry> read(AssemblyFolder folder, JsonAt artifact) {
        JsonAt file = artifact.get("properties").get("file");
        JsonAt manifest = JsonAt.parse(file.text(), folder.read(file));
        List<AssetEntry> entries = new ArrayList<>();
        manifest.entriesOf("files").forEach((id, asset) -> entries.add(fileAsset(folder, id, asset)));
        manifest.entriesOf("dockerImages").forEach((id, asset) -> entries.add(dockerAsset(folder, id, asset)));
        return entries;
    }

    private static FileAsset fileAsset(AssemblyFolder folder, String id, JsonAt asset) {
        JsonAt source = asset.get("source");
        refuseCommand(source);
        boolean zip = "zip".equals(source.textOf("packaging"));
        List<Destination> destinations = new ArrayList<>();
        asset.get("destinations").entries().values().forEach(to -> destinations.add(destination(to)));
        return new FileAsset(id, nameOf(id, asset), folder.resolve(source.get("path")), zip, destinations);
    }

    private static DockerAsset dockerAsset(AssemblyFolder folder, String id, JsonAt asset) {
        JsonAt source = asset.get("source");
        refuseCommand(source);
        List<ImageDestination> destinations = new ArrayList<>();
        asset.get("destinations")
                .entries()
                .values()
                .forEach(to -> destinations.add(new ImageDestination(
                        to.get("repositoryName").text(),
                        to.get("imageTag").text(),
                        to.textOf("region"),
                        to.textOf("assumeRoleArn"))));
        ImageSource built =
                new ImageSource(folder.resolve(source.get("directory")), source.textOf("dockerFile"), options(source));
        return new DockerAsset(id, nameOf(id, asset), built, destinations);
    }

    /** In the words and the order of the CDK's own asset publisher. */
    private static List<String> options(JsonAt source) {
        for (String other : List.of("dockerBuildSecrets", "dockerBuildSsh", "dockerOutputs", "cacheFrom", "cacheTo")) {
            if (source.find(other) != null) {
                throw source.wrong("'" + other + "' of an image is not supported")
                        .asError();
            }
        }
        List<String> options = new ArrayList<>();
        source.textsOf("dockerBuildArgs").forEach((name, value) -> {
            options.add("--build-arg");
            options.add(name + "=" + value);
        });
        option(options, "--target", source.textOf("dockerBuildTarget"));
        option(options, "--network", source.textOf("networkMode"));
        option(options, "--platform", source.textOf("platform"));
        if (source.flagOf("cacheDisabled")) {
            options.add("--no-cache");
        }
        return options;
    }

    private static void option(List<String> options, String name, @Nullable String value) {
        if (value != null) {
            options.add(name);
            options.add(value);
        }
    }

    private static void refuseCommand(JsonAt source) {
        if (source.find("executable") != null) {
            throw source.wrong("the asset is made by a command, which is not run from an assembly")
                    .asError();
        }
    }

    private static Destination destination(JsonAt to) {
        return new Destination(
                to.get("bucketName").text(),
                to.get("objectKey").text(),
                to.textOf("region"),
                to.textOf("assumeRoleArn"));
    }

    private static String nameOf(String id, JsonAt asset) {
        String name = asset.textOf("displayName");
        return name == null ? id.substring(0, Math.min(12, id.length())) : name;
    }
}
