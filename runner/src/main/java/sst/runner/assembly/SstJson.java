package sst.runner.assembly;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assembly's sst.json: who it was made for and which config line made which resource.
 *
 * @param labels the config's stack names, by CloudFormation stack name
 * @param origins by CloudFormation stack name, then logical id
 */
record SstJson(AppStamp app, Map<String, String> labels, Map<String, Map<String, Origin>> origins) {
    private static final String FILE = "sst.json";

    static SstJson read(AssemblyFolder folder) {
        if (!folder.has(FILE)) {
            return new SstJson(new AppStamp(nameOf(folder.root()), null, null), Map.of(), Map.of());
        }
        JsonAt json = JsonAt.parse(FILE, folder.read(FILE));
        int version = json.intOf("version", 0);
        if (version != 1) {
            throw json.wrong("sst.json has version " + version + ", expected 1")
                    .hint("run sst build again")
                    .asError();
        }
        Map<String, String> labels = new HashMap<>();
        Map<String, Map<String, Origin>> origins = new HashMap<>();
        json.entriesOf("stacks").forEach((stack, value) -> {
            String label = value.textOf("name");
            labels.put(stack, label == null ? stack : label);
            Map<String, Origin> resources = new HashMap<>();
            value.entriesOf("resources").forEach((id, resource) -> resources.put(id, origin(resource)));
            origins.put(stack, resources);
        });
        AppStamp app = new AppStamp(json.get("app").text(), json.textOf("stage"), json.textOf("region"));
        return new SstJson(app, labels, origins);
    }

    private static Origin origin(JsonAt resource) {
        @Nullable String file = resource.textOf("file");
        int line = resource.intOf("line", 0);
        @Nullable String place = file == null ? null : line > 0 ? file + ":" + line : file;
        return new Origin(resource.get("construct").text(), resource.get("type").text(), place);
    }

    /** A plain CDK assembly usually lies in {@code <project>/cdk.out}. */
    private static String nameOf(Path root) {
        Path name = root.getFileName();
        Path parent = root.getParent();
        if (name != null && name.toString().equals("cdk.out") && parent != null && parent.getFileName() != null) {
            return String.valueOf(parent.getFileName());
        }
        return String.valueOf(name);
    }
}
