package sst.constructs.build.compiled;

import java.util.List;
import sst.constructs.build.request.BuildRequest;

/** C# and F#, published for Lambda's .NET runtimes. Handlers are {@code path/to/Assembly::Class::Method}. */
final class DotnetCompiler implements Compiler {
    private static final String PREFIX = "dotnet";

    @Override
    public String language() {
        return ".NET";
    }

    @Override
    public boolean isFor(BuildRequest request) {
        return request.target().runtime().startsWith(PREFIX);
    }

    @Override
    public List<String> markers() {
        return List.of(".csproj", ".fsproj");
    }

    @Override
    public String source(BuildRequest request) {
        String handler = request.handler();
        int colons = handler.indexOf("::");
        return colons < 0 ? handler : handler.substring(0, colons);
    }

    @Override
    public List<String> line(BuildRequest request, Place place) {
        boolean isArm = request.target().architecture().equals("arm64");
        return List.of(
                "dotnet",
                "publish",
                "--nologo",
                "--configuration",
                "Release",
                "--framework",
                framework(request),
                "--runtime",
                isArm ? "linux-arm64" : "linux-x64",
                "--self-contained",
                "false",
                "/p:GenerateRuntimeConfigurationFiles=true",
                "--output",
                place.target().toString());
    }

    /** {@code net8.0} for {@code dotnet8}, {@code netcoreapp3.1} for {@code dotnetcore3.1}. */
    private static String framework(BuildRequest request) {
        String version = request.target().runtime().substring(PREFIX.length());
        return version.startsWith("core") ? "netcoreapp" + version.substring("core".length()) : "net" + version + ".0";
    }

    @Override
    public String handler(BuildRequest request) {
        String handler = request.handler();
        return handler.substring(handler.lastIndexOf('/', source(request).length()) + 1);
    }

    @Override
    public String runtime(BuildRequest request) {
        return request.target().runtime();
    }

    @Override
    public String install() {
        return "install the .NET SDK from https://dotnet.microsoft.com/download";
    }
}
