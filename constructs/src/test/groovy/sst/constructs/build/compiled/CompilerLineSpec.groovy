package sst.constructs.build.compiled

import java.nio.file.Files
import java.nio.file.Path

import spock.lang.Specification
import spock.lang.TempDir
import sst.constructs.build.request.BuildOptions
import sst.constructs.build.request.BuildRequest
import sst.constructs.build.request.NodeOptions
import sst.constructs.build.request.Packing
import sst.constructs.host.Command
import sst.model.diagnostic.SourceRef

/**
 * What the tools of Go, Rust and .NET are told, and what is made of what they leave. The tools are scripts that write
 * down how they were called and leave files where the real ones do.
 */
class CompilerLineSpec extends Specification {
    /** Remembers arguments, folder and what of the environment matters, then leaves what the tool would. */
    private static final String TOOL = '''#!/bin/sh
        for each in "$@"; do echo "$each" >> "$SEEN"; done
        echo "in $(pwd -P)" >> "$SEEN"
        env | grep -E '^(GOOS|GOARCH|CGO_ENABLED)=' | sort >> "$SEEN"
        while [ $# -gt 1 ]; do
          case "$1" in
            -o) echo program > "$2" ;;
            --lambda-dir) mkdir -p "$2/$BIN" && echo program > "$2/$BIN/bootstrap" ;;
            --output) echo library > "$2/Api.dll"; echo '{}' > "$2/Api.runtimeconfig.json" ;;
          esac
          shift
        done
        '''.stripIndent()

    @TempDir
    Path folder

    def "Go is compiled for Lambda's system, as one static program: #architecture"() {
        expect:
        told(new GoCompiler(), 'go', 'src/api/main.go', 'go', architecture) == [
                'build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', "$target/bootstrap".toString(), './src/api/main.go',
                "in $root".toString(), 'CGO_ENABLED=0', "GOARCH=$goarch".toString(), 'GOOS=linux']
        left() == ['bootstrap']

        where:
        architecture | goarch
        'x86_64'     | 'amd64'
        'arm64'      | 'arm64'
    }

    def "Rust is compiled by cargo-lambda, and its program put where Lambda looks: #architecture"() {
        expect:
        told(new RustCompiler(), 'cargo', 'src/bin/orders.rs', 'rust', architecture) ==
                ['lambda', 'build', '--release', '--bin', 'orders', *extra, '--lambda-dir', target.toString(), "in $root".toString()]
        left() == ['bootstrap']

        where:
        architecture | extra
        'x86_64'     | []
        'arm64'      | ['--arm64']
    }

    def ".NET is published for the runtime's framework: #runtime on #architecture"() {
        expect:
        told(new DotnetCompiler(), 'dotnet', 'src/Api::Api.Functions::Get', runtime, architecture) == [
                'publish', '--nologo', '--configuration', 'Release', '--framework', framework, '--runtime', system,
                '--self-contained', 'false', '/p:GenerateRuntimeConfigurationFiles=true', '--output', target.toString(), "in $root".toString()]
        left() == ['Api.dll', 'Api.runtimeconfig.json']

        where:
        runtime         | architecture || framework       | system
        'dotnet8'       | 'x86_64'     || 'net8.0'        | 'linux-x64'
        'dotnet6'       | 'arm64'      || 'net6.0'        | 'linux-arm64'
        'dotnetcore3.1' | 'x86_64'     || 'netcoreapp3.1' | 'linux-x64'
    }

    private List<String> told(Compiler compiler, String program, String handler, String runtime, String architecture) {
        Files.createDirectories(target)
        Path source = root.resolve(compiler.source(request(handler, runtime, architecture)))
        Files.createDirectories(source.parent)
        Path tool = Files.writeString(folder.resolve(program), TOOL)
        tool.toFile().executable = true
        def request = request(handler, runtime, architecture)
        List<String> line = compiler.line(request, new Compiler.Place(root, source, target))
        assert line[0] == program
        Path seen = folder.resolve('seen')
        def environment = compiler.environment(request) + [SEEN: seen.toString(), BIN: source.fileName.toString() - '.rs']
        def output = new Command([tool.toString(), *line.drop(1)], root, environment).run()
        assert output.success: output.text()
        compiler.settle(request, target)
        Files.readAllLines(seen)
    }

    private static BuildRequest request(String handler, String runtime, String architecture) {
        new BuildRequest('Fn', SourceRef.UNKNOWN, handler, new BuildRequest.Target(runtime, architecture), '',
                BuildOptions.of(NodeOptions.defaults()), Packing.of([]))
    }

    private Path getRoot() {
        Files.createDirectories(folder.resolve('svc')).toRealPath()
    }

    private Path getTarget() {
        root.resolve('out')
    }

    private List<String> left() {
        Files.list(target).withCloseable { files -> files.map { it.fileName.toString() }.sorted().toList() }
    }
}
