package sst.acceptance.faults

import spock.lang.AutoCleanup
import spock.lang.Specification
import sst.acceptance.harness.Project

import java.nio.file.Files

/** Each mistake in a config is one clear message at its line, and nothing happens to what is there. */
class BadConfigSpec extends Specification {

    @AutoCleanup
    Project small = Project.app('small')

    def '#mistake'() {
        given:
        small.edit('sst.config.groovy', from, to)

        when:
        def run = small.sst('build').run()

        then:
        run.exit == 1
        run.out == ''
        run.err.contains("sst.config.groovy:$line")
        run.err.contains(message)
        hints.every { run.err.contains(it) }
        !run.err.contains('Exception')
        !run.err.contains('\tat ')

        where:
        mistake                | from                     | to                            || line | message                    | hints
        'a syntax error'       | 'bind items\n'           | 'bind items,,\n'             || 10   | 'SST1001'                  | []
        'an unknown prop'      | 'bind items'             | 'binds items'                 || 10   | 'binds'                    | ['bind']
        'an unknown construct' | "function('Hello')"      | "fonction('Hello')"           || 8    | 'fonction'                 | ['function']
        'an unknown stack'     | "stack('main') {"        | "stack('main') { use 'data'"  || 6    | 'data'                     | []
        'a wrong type'         | "handler 'src/hello.main'" | 'handler 42'                || 9    | 'handler'                  | []
        'a duration in words'  | 'bind items'             | "timeout 'soon'"              || 10   | 'soon'                     | []
        'a missing file'       | 'src/hello.main'         | 'src/nowhere.main'            || 9    | 'src/nowhere'              | []
        'a missing export'     | 'src/hello.main'         | 'src/hello.mian'              || 9    | 'mian'                     | []
        'a duplicate id'       | 'outputs Url'            | "table 'Items', fields: [id: 'string'], primaryIndex: [partitionKey: 'id']\n    outputs Url" || 15 | 'Items' | []
    }

    def 'a handler that does not compile is reported at its own line'() {
        given:
        small.edit('src/hello.js', 'return {', 'return {{')

        when:
        def run = small.sst('build').run()

        then:
        run.exit == 1
        run.err.contains('src/hello.js:3')
    }

    def 'stacks in a circle are named'() {
        given:
        small.write('sst.config.groovy', '''\
            app { name 'small'; cloud 'local' }
            stack('a') { parameters ONE: '1' }
            stack('b') { dependsOn 'a' }
            stack('a') { dependsOn 'b' }
            '''.stripIndent())

        when:
        def run = small.sst('build').run()

        then:
        run.exit == 1
        run.err.contains('sst.config.groovy:')
        run.err =~ /a.*b|b.*a/
    }

    def 'a bad stage name is refused: #stage'() {
        when:
        def run = small.sst('build', '--stage', stage).run()

        then:
        run.exit == 2
        run.err.contains(stage)
        !Files.exists(small.folder.resolve('.sst/assembly'))

        where:
        stage << ['--help', '1st', 'a b', 'ä']
    }

    def 'an unknown command and an unknown option are usage errors with a hint'() {
        when:
        def run = small.sst(*args).run()

        then:
        run.exit == 2
        run.err.contains(hint)

        where:
        args                  || hint
        ['deplyo']            || 'deploy'
        ['deploy', '--stag']  || '--stag'
    }

    def 'an app without a name says how to name it'() {
        given:
        small.edit('sst.config.groovy', "name  'small'", '')

        when:
        def run = small.sst('build').run()

        then:
        run.exit == 1
        run.err.contains("write app { name 'my-app' }")
        !run.err.contains('.java')
    }

    def 'a folder without a config says so'() {
        given:
        Files.delete(small.folder.resolve('sst.config.groovy'))

        when:
        def run = small.sst('build').run()

        then:
        run.exit == 1
        run.err.contains('sst.config.groovy')
    }
}
