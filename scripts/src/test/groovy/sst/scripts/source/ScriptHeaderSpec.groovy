package sst.scripts.source

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError

import java.nio.file.Files
import java.nio.file.Path

class ScriptHeaderSpec extends Specification {

    @TempDir
    Path root

    def 'the description of "#doc" is "#description"'() {
        expect:
        header("import java.time.Instant\n$doc\nprintln 1").description() == description

        where:
        doc                                              || description
        '/** Fill orders. */'                            || 'Fill orders'
        '/**\n * Fill orders with\n * rows. And more.\n */' || 'Fill orders with rows'
        '/** Fill orders\n *\n * in two parts */'        || 'Fill orders'
        '/* no doc */ // none\n'                         || ''
        'def s = "/** no doc */"'                        || ''
    }

    def 'stages and the promise not to write are read from annotations'() {
        given:
        def header = header('/** x */\n\n@Stages(["dev", \'staging\'])\n@ReadOnly\ndef x = 1')

        expect:
        header.stages() == ['dev', 'staging']
        header.stagesLine() == 3
        header.readOnly()
        header.reach() == 'read only (dev, staging)'
    }

    def 'what a comment or a string says is no annotation'() {
        given:
        def header = header('// @ReadOnly\n/* @Stages("dev") */ println "//DEPS a:b:1"\n//DEPS c:d:2, e:f:3\nprintln """\n// @Grab("x:y:1")\n"""')

        expect:
        !header.readOnly()
        header.stages().empty
        header.dependencies() == ['c:d:2', 'e:f:3', 'x:y:1']
    }

    def 'a dependency is #coordinate for #text'() {
        expect:
        header("$text\nimport x.Y").dependencies() == [coordinate]

        where:
        text                                                   || coordinate
        "@Grab('a:b:1')"                                       || 'a:b:1'
        "@Grab(group='a', module='b', version='1')"            || 'a:b:1'
        "@Grapes([@Grab('a:b:1')])"                            || 'a:b:1'
        '//DEPS a:b:1'                                         || 'a:b:1'
    }

    def '#text is refused at its line'() {
        when:
        header("\n$text\ndef x = 1")

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == summary
        error.diagnostics()[0].at().toString() == 'scripts/some.groovy:2'

        where:
        text                          || summary
        '@Stages'                     || '@Stages names no stage'
        '@Stages(PROD)'               || '@Stages names no stage'
        '@Grab(a)'                    || 'this @Grab is not understood'
        "@GrabResolver('x')"          || '@GrabResolver is not supported'
        '//SOURCES a.groovy'          || '//SOURCES is not supported'
    }

    def 'a script runs on the stages that it names and on no other'() {
        given:
        def script = script('@Stages("dev")\ndef x = 1')
        def header = ScriptHeader.of(script)

        when:
        header.allow(script, 'dev')

        then:
        noExceptionThrown()

        when:
        header.allow(script, 'prod')

        then:
        def error = thrown(UserError)
        error.exitCode() == 1
        error.diagnostics()[0].summary() == 'some may not run on prod, only on dev'
        error.diagnostics()[0].at().line() == 1
    }

    private ScriptHeader header(String text) {
        ScriptHeader.of(script(text))
    }

    private ScriptFile script(String text) {
        def file = root.resolve('scripts/some.groovy')
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        new ScriptFolder(root).find('some')
    }
}
