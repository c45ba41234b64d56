package sst.runner.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import sst.runner.assembly.AssetEntry;
import sst.runner.assembly.AssetEntry.Destination;
import sst.runner.assembly.AssetEntry.FileAsset;
import sst.runner.assembly.StackArtifact;
import sst.runner.aws.Page;
import sst.runner.aws.stack.CloudFormationPort;
import sst.runner.aws.stack.StackState;
import sst.runner.aws.stack.StackState.Output;

/**
 * Keeps exports that a template has no more while other stacks still import them, because CloudFormation refuses to take
 * away what is imported (aws-cdk#7602). They are kept with the value that they have, for one deploy: then the importers
 * are deployed without the import, and the next deploy takes the export away.
 */
public final class ExportsInUse {
    private static final int INLINE = 51_200;

    private final CloudFormationPort cloudFormation;
    private final Path folder;
    private final List<String> notes = new ArrayList<>();

    /** @param folder keeps templates that are too large to be sent inline */
    public ExportsInUse(CloudFormationPort cloudFormation, Path folder) {
        this.cloudFormation = cloudFormation;
        this.folder = folder;
    }

    /** The stack with the exports that must stay; the same stack when none must. */
    public StackArtifact kept(StackArtifact stack, StackState deployed) {
        List<Output> needed = new ArrayList<>();
        Set<String> exported = exportNames(stack.template());
        for (Output output : deployed.outputs()) {
            boolean gone = !output.export().isEmpty() && !exported.contains(output.export());
            if (gone) {
                Set<String> importers = importers(output.export(), deployed.name());
                if (!importers.isEmpty()) {
                    needed.add(output);
                    notes.add(stack.label() + " keeps its export " + output.export() + " for this deploy, because "
                            + String.join(", ", importers) + " still imports it; the next deploy takes it away");
                }
            }
        }
        return needed.isEmpty() ? stack : with(stack, needed);
    }

    /** What was kept, in words. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private Set<String> importers(String export, String exporter) {
        Set<String> names = new TreeSet<>(Page.all(token -> cloudFormation.importers(export, token)));
        names.remove(exporter);
        return names;
    }

    private static Set<String> exportNames(JsonNode template) {
        Set<String> names = new TreeSet<>();
        template.path("Outputs")
                .forEach(output -> names.add(output.path("Export").path("Name").asText()));
        return names;
    }

    private StackArtifact with(StackArtifact stack, List<Output> needed) {
        ObjectNode template = stack.template().deepCopy();
        for (Output output : needed) {
            ObjectNode kept = template.withObject("/Outputs").putObject(output.key());
            kept.put("Value", output.value());
            kept.putObject("Export").put("Name", output.export());
        }
        String text = template.toString();
        String url = stack.settings().templateUrl();
        if (url == null || text.getBytes(StandardCharsets.UTF_8).length <= INLINE) {
            return stack.with(template, text, null, stack.assets());
        }
        return published(stack, template, url);
    }

    /** A large template goes where the stack's own template goes, under a name of its own. */
    private StackArtifact published(StackArtifact stack, ObjectNode template, String url) {
        String text = template.toString();
        String hash = sha256(text);
        String key = url.substring(url.lastIndexOf('/') + 1);
        List<AssetEntry> assets = new ArrayList<>(stack.assets());
        for (AssetEntry asset : stack.assets()) {
            if (asset instanceof FileAsset file) {
                file.destinations().stream().filter(to -> to.key().equals(key)).forEach(to -> {
                    Destination other = new Destination(to.bucket(), hash + ".json", to.region(), to.role());
                    assets.add(new FileAsset(hash, file.name(), written(hash, text), false, List.of(other)));
                });
            }
        }
        String other = url.substring(0, url.lastIndexOf('/') + 1) + hash + ".json";
        return stack.with(template, text, other, assets);
    }

    private Path written(String hash, String text) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(hash + ".json"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
