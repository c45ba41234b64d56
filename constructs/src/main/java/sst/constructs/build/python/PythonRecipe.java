package sst.constructs.build.python;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import sst.constructs.build.artifact.Artifact;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.ExportCheck;
import sst.constructs.build.request.HandlerName;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.constructs.host.Folders;
import sst.model.diagnostic.Code;

/** Copies a folder of Python code and installs its requirements beside it; all handlers in the folder share it. */
final class PythonRecipe implements Recipe {
    private static final int SHOWN = 20;
    private static final String SCHEME = "python-1";
    private static final String DEFAULT_VERSION = "3.13";

    private final Path project;
    private final Path root;
    private final Path file;
    private final BuildRequest request;

    PythonRecipe(Path project, Path root, Path file, BuildRequest request) {
        this.project = project;
        this.root = root;
        this.file = file;
        this.request = request;
    }

    @Override
    public String key() {
        return String.join(
                "\n",
                SCHEME,
                project.relativize(root).toString(),
                runtime(),
                request.target().architecture(),
                request.options().pythonCommands().toString());
    }

    @Override
    public Made make(Path target) {
        Folders.copy(root, target, PythonRecipe::isCode);
        List<String> commands = request.options().pythonCommands();
        if (commands.isEmpty()) {
            new Requirements(root).installInto(target, platform());
        } else {
            run(String.join(" && ", commands), target);
        }
        return new Made(new Inputs(Set.of(), Set.of(), Set.of(root)), List.of());
    }

    private void run(String commands, Path target) {
        Command.Output output =
                Command.in(target, List.of("sh", "-c", commands)).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, "python.installCommands of function '" + request.function() + "' failed")
                    .detail(output.tail(SHOWN))
                    .asError();
        }
    }

    @Override
    public String handler() {
        String module = root.relativize(file).toString().replace('\\', '/');
        return module.substring(0, module.length() - ".py".length()) + "." + name().function();
    }

    @Override
    public String runtime() {
        return request.target().runtime().isEmpty()
                ? "python" + DEFAULT_VERSION
                : request.target().runtime();
    }

    @Override
    public void check(Artifact artifact) {
        List<String> names = PythonNames.in(artifact.folder().resolve(root.relativize(file)));
        new ExportCheck(project.relativize(file).toString(), names).require(name().function(), name()::withFunction);
    }

    private Requirements.Platform platform() {
        return new Requirements.Platform(
                request.target().version("python", DEFAULT_VERSION),
                request.target().architecture());
    }

    private HandlerName name() {
        return HandlerName.of(request.handler());
    }

    private static boolean isCode(Path path) {
        String name = String.valueOf(path.getFileName());
        return !Inputs.LEFT_BY_TOOLS.contains(name) && !name.endsWith(".pyc");
    }
}
