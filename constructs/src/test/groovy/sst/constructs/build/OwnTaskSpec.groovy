package sst.constructs.build

import java.nio.file.Files

import sst.constructs.build.request.BuildOptions
import sst.constructs.build.request.NodeOptions
import sst.model.diagnostic.Code

/** Projects whose own task makes the package; the Gradle wrapper in them is a script that says how it was called. */
class OwnTaskSpec extends BuildSpecification {
    private static final String WRAPPER = '''#!/bin/sh
        echo "$@" > called
        mkdir -p build/native && cd build/native
        printf '#!/bin/sh\\n' > bootstrap && python3 -c 'import zipfile; zipfile.ZipFile("function.zip", "w").write("bootstrap")'
        '''.stripIndent()

    def setup() {
        file('svc/build.gradle', '')
        file('svc/gradlew', WRAPPER).toFile().executable = true
    }

    def "a task's zip is the package, and a program that it brings runs on the system that was asked for"() {
        when:
        def built = build(request('svc.Handler', path: 'svc', runtime: 'java21', options: task(runtime)))

        then:
        entries(built.zip()) == ['bootstrap']
        built.runtime() == runs
        built.handler() == 'svc.Handler'
        Files.readString(project.resolve('svc/called')).trim() == '--quiet --console=plain nativeZip'

        where:
        runtime           || runs
        ''                || 'java21'
        'provided.al2023' || 'provided.al2023'
    }

    def "a folder without a package is named"() {
        given:
        def elsewhere = new BuildOptions(NodeOptions.defaults(), [], new BuildOptions.JvmTask('nativeZip', 'elsewhere', ''))

        when:
        def error = builds().build([request('svc.Handler', path: 'svc', runtime: 'java21', options: elsewhere)]).diagnostics()[0]

        then:
        error.code() == Code.BUILD_FAILED
        error.summary().endsWith('svc/build/elsewhere')
    }

    private static BuildOptions task(String runtime) {
        new BuildOptions(NodeOptions.defaults(), [], new BuildOptions.JvmTask('nativeZip', 'native', runtime))
    }
}
