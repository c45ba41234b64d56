package sst.constructs.build.artifact;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import sst.constructs.build.request.BuildRequest;
import sst.constructs.build.request.Packing;
import sst.constructs.host.Command;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SstException;
import sst.model.function.build.BuildHook;
import sst.model.function.build.BuildStep;

/** A recipe with what a function asks for around it: copied files, and hooks before and after. */
public final class PackedRecipe implements Recipe {
    private static final int SHOWN = 20;

    private final Recipe inner;
    private final Path project;
    private final BuildRequest request;

    public PackedRecipe(Recipe inner, Path project, BuildRequest request) {
        this.inner = inner;
        this.project = project.toAbsolutePath().normalize();
        this.request = request;
    }

    @Override
    public String key() {
        Packing packing = request.packing();
        List<String> hooks = Stream.concat(
                        packing.before().stream().map(each -> named("before", each)),
                        packing.after().stream().map(each -> named("after", each)))
                .toList();
        String stamp = hooks.isEmpty() ? "" : "\n" + hooks + packing.stamp();
        return inner.key() + "\n" + packing.copyFiles() + stamp;
    }

    private static String named(String when, BuildHook hook) {
        return when + " "
                + (hook instanceof BuildHook.Closure closure ? closure.hook().at() : hook);
    }

    @Override
    public void prepare() {
        inner.prepare();
    }

    @Override
    public Made make(Path target) {
        Packing packing = request.packing();
        run("beforeBuild", packing.before(), target);
        CopiedFiles copied = new CopiedFiles(project, packing.copyFiles());
        List<Path> sources = copied.sources();
        Made made = inner.make(target);
        copied.copyTo(target);
        run("afterBuild", packing.after(), target);
        return new Made(made.inputs().withTrees(sources), made.exports());
    }

    private void run(String when, List<BuildHook> hooks, Path target) {
        for (BuildHook hook : hooks) {
            if (hook instanceof BuildHook.Command command) {
                shell(when, command.line(), target);
            } else if (hook instanceof BuildHook.Closure closure) {
                call(when, closure, target);
            }
        }
    }

    private void shell(String when, String line, Path target) {
        Command.Output output = new Command(List.of("sh", "-c", line), project, Map.of("OUT", target.toString())).run();
        if (!output.isSuccess()) {
            throw Errors.of(Code.BUILD_FAILED, when + " of function '" + request.function() + "' failed: " + line)
                    .detail(output.tail(SHOWN))
                    .asError();
        }
    }

    private void call(String when, BuildHook.Closure closure, Path target) {
        try {
            Object unused = closure.hook()
                    .action()
                    .apply(new BuildStep(request.function(), request.handler(), project, target));
        } catch (SstException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw Errors.of(Code.BUILD_FAILED, when + " of function '" + request.function() + "' failed")
                    .detail(String.valueOf(e))
                    .at(closure.hook().at())
                    .asError();
        }
    }

    @Override
    public String handler() {
        return inner.handler();
    }

    @Override
    public String runtime() {
        return inner.runtime();
    }

    @Override
    public void check(Artifact artifact) {
        inner.check(artifact);
    }
}
