package sst.constructs.build.node

import spock.lang.Specification

class EsbuildErrorsSpec extends Specification {
    static final String BLOCK = '''\
        |✘ [ERROR] Could not resolve "%s"
        |
        |    src/list.ts:2:14:
        |      2 │ import x from '%s';
        |        ╵               ~~~~~
        |
        |  You can mark the path "%s" as external to exclude it from the bundle, which will remove this error.
        |'''.stripMargin()

    def "an import that leads nowhere tells what to do"() {
        when:
        def error = EsbuildErrors.in(BLOCK.replace('%s', path)).diagnostics()[0]

        then:
        [error.summary(), error.hint(), error.detail()] == [summary, hint, '']
        [error.at().file(), error.at().line(), error.at().column()] == ['src/list.ts', 2, 15]

        where:
        path                  | summary                                          | hint
        '@aws-sdk/client-sqs' | "the package '@aws-sdk/client-sqs' is not installed" | 'npm install @aws-sdk/client-sqs'
        'left-pad/lib/x'      | "the package 'left-pad' is not installed"        | 'npm install left-pad'
        './nope'              | "nothing is at './nope'"                         | ''
        '#internal'           | "nothing is at '#internal'"                      | ''
    }

    def "the code at the place is left out, that of a note stays"() {
        when:
        def errors = EsbuildErrors.in('''\
            |✘ [ERROR] The symbol "a" has already been declared
            |
            |    t.js:6:6:
            |      6 │ const a = 2;
            |        ╵       ^
            |
            |  The symbol "a" was originally declared here:
            |
            |    t.js:5:6:
            |      5 │ const a = 1;
            |        ╵       ^
            |
            |✘ [ERROR] Unexpected "}"
            |
            |    t.js:9:0:
            |      9 │ }
            |        ╵ ^
            |'''.stripMargin()).diagnostics()

        then:
        errors*.summary() == ['The symbol "a" has already been declared', 'Unexpected "}"']
        errors*.detail()*.readLines() == [
            ['The symbol "a" was originally declared here:', '', '    t.js:5:6:', '      5 │ const a = 1;', '        ╵       ^'], []]
        errors*.at()*.line() == [6, 9]
    }
}
