package sst.runner.assembly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/**
 * Reads a cloud assembly as {@code @aws-cdk/cloud-assembly-schema} describes it. Whatever is wrong is said with file
 * and JSON path, before anything is sent anywhere.
 */
public final class AssemblyReader {
    /** The manifest's major version that aws-cdk-lib 2.263.0 writes; a newer one may mean things unknown here. */
    static final int NEWEST_SCHEMA = 54;

    private static final String MANIFEST = "manifest.json";

    private final AssemblyFolder folder;

    private AssemblyReader(Path root) {
        this.folder = new AssemblyFolder(root);
    }

    /** The assembly in {@code root}, complete and consistent. */
    public static Assembly read(Path root) {
        return new AssemblyReader(root).assembly();
    }

    private Assembly assembly() {
        JsonAt manifest = JsonAt.parse(MANIFEST, folder.read(MANIFEST));
        checkVersion(manifest.get("version"));
        refuseMissingContext(manifest);
        SstJson sst = SstJson.read(folder);
        Map<String, JsonAt> artifacts = manifest.get("artifacts").entries();
        StackReader reader = new StackReader(folder, artifacts, sst);
        Map<String, StackArtifact> byName = new LinkedHashMap<>();
        artifacts.forEach((id, artifact) -> {
            refuseNested(artifact);
            if (StackReader.isStack(artifact)) {
                StackArtifact stack = reader.read(id, artifact);
                if (byName.putIfAbsent(stack.stackName(), stack) != null) {
                    throw artifact.wrong("two stacks are named '" + stack.stackName() + "'")
                            .asError();
                }
            }
        });
        List<StackArtifact> stacks = StackOrder.sorted(List.copyOf(byName.values()));
        return new Assembly(folder.root(), sst.app(), stacks);
    }

    private static void checkVersion(JsonAt version) {
        String text = version.text();
        int major = leadingNumber(text);
        if (major < 0) {
            throw version.wrong("'" + text + "' is not a version").asError();
        }
        if (major > NEWEST_SCHEMA) {
            throw version.wrong("the assembly has schema version " + text + ", newer than " + NEWEST_SCHEMA)
                    .hint("update sst, or synthesize with aws-cdk-lib 2.263.0 or older")
                    .asError();
        }
    }

    private static void refuseMissingContext(JsonAt manifest) {
        List<String> missing = new ArrayList<>();
        manifest.itemsOf("missing").forEach(item -> missing.add(item.get("key").text()));
        if (!missing.isEmpty()) {
            throw Problems.of(Code.ASSEMBLY, MANIFEST + " $.missing: no value for " + String.join(", ", missing))
                    .hint("give these values in the config; lookups in an account are not done here")
                    .asError();
        }
    }

    private static void refuseNested(JsonAt artifact) {
        @Nullable String type = artifact.textOf("type");
        if ("cdk:cloud-assembly".equals(type)) {
            throw artifact.wrong("nested assemblies (CDK stages) are not supported")
                    .hint("name the nested folder itself, or use stages of sst")
                    .asError();
        }
    }

    private static int leadingNumber(String version) {
        int dot = version.indexOf('.');
        String head = dot < 0 ? version : version.substring(0, dot);
        return head.matches("\\d{1,6}") ? Integer.parseInt(head) : -1;
    }
}
