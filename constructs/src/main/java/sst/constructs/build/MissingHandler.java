package sst.constructs.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;

/** Says that a handler's file does not exist, where it was looked for, and which handler may have been meant. */
final class MissingHandler {
    private final Path project;
    private final BuildRequest request;

    MissingHandler(Path project, BuildRequest request) {
        this.project = project;
        this.request = request;
    }

    UserError error() {
        HandlerName name = HandlerName.of(request.handler());
        Path folder = project.resolve(name.folder()).normalize();
        String runtime = request.target().runtime();
        String wanted = runtime.isEmpty() ? "" : " for runtime '" + runtime + "'";
        return Errors.of(Code.MISSING_FILE, "no file for handler '" + request.handler() + "'" + wanted)
                .detail("looked for " + name.file() + ".* in " + folder)
                .hint(hint(name, folder))
                .subject(request.handler())
                .asError();
    }

    private String hint(HandlerName name, Path folder) {
        if (!Files.isDirectory(folder)) {
            return "the folder " + name.folder() + " does not exist";
        }
        List<String> near = names(folder);
        return Suggestion.nearest(name.file(), near)
                .map(found -> "did you mean '" + name.withFile(found) + "'?")
                .orElse(near.isEmpty() ? "the folder has no files" : "it has " + String.join(", ", near));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.indexOf('.') > 0)
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .distinct()
                    .sorted()
                    .limit(12)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
