package sst.repl.complete;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Maven coordinates that this machine has already, so that completing them asks nobody. */
record LocalRepository(Path folder) {
    List<Proposal> of(String word) {
        String[] parts = word.split(":", -1);
        return switch (parts.length) {
            case 2 -> below(group(parts), parts[0] + ":", LocalRepository::isArtifact);
            case 3 ->
                below(group(parts).resolve(parts[1]), parts[0] + ":" + parts[1] + ":", LocalRepository::isVersion);
            default -> List.of();
        };
    }

    private Path group(String[] parts) {
        return folder.resolve(parts[0].replace('.', '/'));
    }

    private static List<Proposal> below(Path parent, String before, Predicate<Path> wanted) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(wanted)
                    .map(each -> Proposal.of(before + each.getFileName(), "on this machine", ""))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean isArtifact(Path folder) {
        return !below(folder, "", LocalRepository::isVersion).isEmpty();
    }

    private static boolean isVersion(Path folder) {
        Path artifact = folder.getParent();
        return artifact != null
                && Files.exists(folder.resolve(artifact.getFileName() + "-" + folder.getFileName() + ".jar"));
    }
}
