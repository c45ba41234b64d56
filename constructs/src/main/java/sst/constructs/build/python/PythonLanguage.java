package sst.constructs.build.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sst.constructs.build.artifact.Language;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.HandlerName;
import sst.constructs.build.request.Workshop;

/** Python: the folder of the nearest requirements is packed whole, with what the requirements name. */
public final class PythonLanguage implements Language {
    private static final List<String> ROOTS = List.of("requirements.txt", "pyproject.toml", "Pipfile", "poetry.lock");

    private final Path project;

    public PythonLanguage(Workshop workshop) {
        this.project = workshop.project().toAbsolutePath().normalize();
    }

    @Override
    public Optional<Recipe> recipe(BuildRequest request) {
        if (!request.target().allows("python")) {
            return Optional.empty();
        }
        return HandlerName.of(request.handler())
                .find(project, List.of(".py"))
                .map(file -> new PythonRecipe(project, root(file), file, request));
    }

    /** The nearest folder that declares requirements, not above the app; else the handler's own folder. */
    private Path root(Path file) {
        Path own = file.getParent();
        for (Path folder = own; folder != null && folder.startsWith(project); folder = folder.getParent()) {
            if (ROOTS.stream().map(folder::resolve).anyMatch(Files::exists)) {
                return folder;
            }
        }
        return own == null ? project : own;
    }
}
