package sst.constructs.build.compiled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import sst.constructs.build.artifact.Inputs;
import sst.constructs.build.artifact.Made;
import sst.constructs.build.artifact.Recipe;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.UserError;

/** Compiles the project around a handler. */
final class CompiledRecipe implements Recipe {
    private static final int SHOWN = 20;

    private final Compiler compiler;
    private final Path project;
    private final BuildRequest request;

    CompiledRecipe(Compiler compiler, Path project, BuildRequest request) {
        this.compiler = compiler;
        this.project = project;
        this.request = request;
    }

    @Override
    public String key() {
        return String.join(
                "\n",
                "compiled-1",
                compiler.language(),
                request.handler(),
                request.target().toString());
    }

    @Override
    public Made make(Path target) {
        Path source = project.resolve(compiler.source(request)).normalize();
        Compiler.Place place = new Compiler.Place(root(source), source, target);
        Command command = new Command(compiler.line(request, place), place.root(), compiler.environment(request));
        Command.Output output = run(command);
        if (!output.isSuccess()) {
            throw failure(output);
        }
        compiler.settle(request, target);
        return new Made(Inputs.tree(place.root(), List.of()), List.of());
    }

    private Command.Output run(Command command) {
        try {
            return command.run();
        } catch (UserError e) {
            throw new UserError(e.diagnostics().stream()
                    .map(each -> each.hint(compiler.install()))
                    .toList());
        }
    }

    /** Cargo runs itself and says only in words that its lambda command is not there. */
    private UserError failure(Command.Output output) {
        if (output.text().contains("no such command")) {
            return Errors.of(Code.TOOL_MISSING, "cannot run 'cargo lambda'")
                    .hint(compiler.install())
                    .asError();
        }
        return Errors.of(Code.BUILD_FAILED, compiler.language() + " cannot compile handler '" + request.handler() + "'")
                .detail(output.tail(SHOWN))
                .asError();
    }

    private Path root(Path source) {
        for (Path each = source; each != null && each.startsWith(project); each = each.getParent()) {
            if (Files.isDirectory(each) && hasMarker(each)) {
                return each;
            }
        }
        throw Errors.of(
                        Code.MISSING_FILE,
                        "no " + compiler.language() + " project for handler '" + request.handler() + "'")
                .detail("looked for " + String.join(" and ", compiler.markers()) + " in its folder and those above")
                .subject(request.handler())
                .asError();
    }

    private boolean hasMarker(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(each -> String.valueOf(each.getFileName()))
                    .anyMatch(name -> compiler.markers().stream().anyMatch(name::endsWith));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    @Override
    public String handler() {
        return compiler.handler(request);
    }

    @Override
    public String runtime() {
        return compiler.runtime(request);
    }
}
