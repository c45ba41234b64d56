package sst.runner.assembly;

import java.util.ArrayList;
import java.util.List;
import sst.runner.assembly.AssetEntry.Destination;
import sst.runner.assembly.AssetEntry.DockerAsset;
import sst.runner.assembly.AssetEntry.FileAsset;

/** Reads an asset manifest. Sources that are commands to be run are refused: an assembly is data. */
final class AssetManifest {
    private AssetManifest() {}

    static List<AssetEntry> read(AssemblyFolder folder, JsonAt artifact) {
        JsonAt file = artifact.get("properties").get("file");
        JsonAt manifest = JsonAt.parse(file.text(), folder.read(file));
        List<AssetEntry> entries = new ArrayList<>();
        manifest.entriesOf("files").forEach((id, asset) -> entries.add(fileAsset(folder, id, asset)));
        manifest.entriesOf("dockerImages").forEach((id, asset) -> entries.add(new DockerAsset(id, nameOf(id, asset))));
        return entries;
    }

    private static FileAsset fileAsset(AssemblyFolder folder, String id, JsonAt asset) {
        JsonAt source = asset.get("source");
        if (source.find("executable") != null) {
            throw source.wrong("the asset is made by a command, which is not run from an assembly")
                    .asError();
        }
        boolean zip = "zip".equals(source.textOf("packaging"));
        List<Destination> destinations = new ArrayList<>();
        asset.get("destinations").entries().values().forEach(to -> destinations.add(destination(to)));
        return new FileAsset(id, nameOf(id, asset), folder.resolve(source.get("path")), zip, destinations);
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
