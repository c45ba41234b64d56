package sst.runner.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.runner.action.session.Context;
import sst.runner.app.AppSource;

/** Makes and checks a cloud assembly. */
public final class BuildAction {
    private final Context context;
    private final AppSource source;

    public BuildAction(Context context, AppSource source) {
        this.context = context;
        this.source = source;
    }

    /**
     * @param to where to copy the assembly, null to leave it where it is
     * @return the assembly's folder
     */
    public Path build(@Nullable Path to) {
        Path folder = source.build().folder();
        Selection.stacks(folder, source.identity(), List.of());
        if (to == null) {
            return folder;
        }
        Path target = context.project().root().resolve(to);
        copy(folder, target);
        return target;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path source : walk.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the assembly to " + to, e);
        }
    }
}
