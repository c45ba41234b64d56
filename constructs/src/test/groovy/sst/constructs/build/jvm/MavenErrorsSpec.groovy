package sst.constructs.build.jvm

import spock.lang.Specification

import java.nio.file.Path

class MavenErrorsSpec extends Specification {

    def "Maven's reason is shown without colors, links and advice about Maven"() {
        when:
        def error = MavenErrors.in(Path.of('services/stats'), """\
            |\u001B[0m\u001B[0m[ERROR] Failed to execute goal on project stats: Could not resolve dependencies -> [Help 1]
            |[ERROR]\u0020
            |[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
            |[ERROR] Re-run Maven using the -X switch to enable full debug logging.
            |[ERROR]\u0020
            |[ERROR] For more information about the errors and possible solutions, please read the following articles:
            |[ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/DependencyResolutionException
            |""".stripMargin()).diagnostics()

        then:
        error*.detail() == ['Failed to execute goal on project stats: Could not resolve dependencies']
    }
}
