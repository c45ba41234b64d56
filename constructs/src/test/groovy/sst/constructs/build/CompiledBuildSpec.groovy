package sst.constructs.build

import java.nio.file.Files

import sst.constructs.build.compiled.CompiledLanguages
import sst.constructs.build.request.Workshop
import sst.constructs.kernel.CdkKernel
import sst.model.diagnostic.Code

/** The tools of other languages may be missing on any machine, so what they make is not looked at here. */
class CompiledBuildSpec extends BuildSpecification {
    private languages() {
        new CompiledLanguages(new Workshop(project, project.resolve('.sst/artifacts'), CdkKernel.cache(),
                java.time.Clock.systemUTC(), Workshop.Jvm.none(), 1))
    }

    def "a handler without a project around it is refused with what was looked for: #runtime"() {
        given:
        file(handler, '')

        when:
        def error = builds().build([request(handler, runtime: runtime)]).diagnostics()[0]

        then:
        error.code() == Code.MISSING_FILE
        error.summary() == "no $language project for handler '$handler'"
        error.detail().contains(marker)

        where:
        runtime   | handler              | language | marker
        'go'      | 'src/api/main.go'    | 'Go'     | 'go.mod'
        'rust'    | 'src/main.rs'        | 'Rust'   | 'Cargo.toml'
        'dotnet8' | 'src/Api::Api.F::Go' | '.NET'   | '.csproj'
    }

    def "#runtime code runs as Lambda wants it"() {
        given:
        def recipe = languages().recipe(request(handler, runtime: runtime)).get()

        expect:
        recipe.handler() == lambdaHandler
        recipe.runtime() == lambdaRuntime

        where:
        runtime   | handler              | lambdaHandler    | lambdaRuntime
        'go'      | 'src/api/main.go'    | 'bootstrap'      | 'provided.al2023'
        'go1.x'   | 'src/api'            | 'bootstrap'      | 'provided.al2023'
        'rust'    | 'src/main.rs'        | 'bootstrap'      | 'provided.al2023'
        'dotnet8' | 'src/Api::Api.F::Go' | 'Api::Api.F::Go' | 'dotnet8'
    }

    def "a function that is called go is not mistaken for a program in Go"() {
        expect:
        languages().recipe(request('src/api.go')).empty

        when:
        file('src/api.go', 'package main')

        then:
        languages().recipe(request('src/api.go')).present
    }

    def "a tool that fails, or that is not there, is named"() {
        given:
        file('svc/Cargo.toml', 'not a manifest')
        Files.createDirectories(project.resolve('svc/src'))

        when:
        def error = builds().build([request('svc/src/main.rs', runtime: 'rust')]).diagnostics()[0]

        then:
        error.code() == Code.TOOL_MISSING && error.hint().contains('cargo-lambda') ||
                error.code() == Code.BUILD_FAILED && error.summary().contains('Rust')
    }
}
