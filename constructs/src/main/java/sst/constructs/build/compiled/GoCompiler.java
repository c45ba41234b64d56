package sst.constructs.build.compiled;

import java.util.List;
import java.util.Map;
import sst.constructs.build.request.BuildRequest;

/** Go, as one program that Lambda starts. */
final class GoCompiler implements Compiler {
    @Override
    public String language() {
        return "Go";
    }

    @Override
    public boolean isFor(BuildRequest request) {
        String runtime = request.target().runtime();
        return runtime.isEmpty() ? request.handler().endsWith(".go") : runtime.startsWith("go");
    }

    @Override
    public List<String> markers() {
        return List.of("go.mod");
    }

    @Override
    public List<String> line(BuildRequest request, Place place) {
        return List.of(
                "go",
                "build",
                "-trimpath",
                "-buildvcs=false",
                "-ldflags",
                "-s -w",
                "-o",
                place.target().resolve("bootstrap").toString(),
                "./" + place.root().relativize(place.source()));
    }

    @Override
    public Map<String, String> environment(BuildRequest request) {
        String architecture = request.target().architecture().equals("arm64") ? "arm64" : "amd64";
        return Map.of("CGO_ENABLED", "0", "GOOS", "linux", "GOARCH", architecture);
    }

    @Override
    public String install() {
        return "install Go from https://go.dev/dl";
    }
}
