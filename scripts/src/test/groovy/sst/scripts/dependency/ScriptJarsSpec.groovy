package sst.scripts.dependency

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.UserError
import sst.scripts.source.ScriptFolder
import sst.scripts.source.ScriptHeader

import java.nio.file.Files
import java.nio.file.Path

class ScriptJarsSpec extends Specification {

    @TempDir
    Path root

    List<String> notes = []

    def 'a script without dependencies needs no resolver'() {
        expect:
        jars('println 1') == []
        notes.empty
    }

    def 'what was found once is not looked for again while it is there'() {
        given:
        def jar = Files.writeString(root.resolve('x.jar'), '')
        def memory = root.resolve('cache/jars-' + Hash.of(['no.such:thing:1']) + '.txt')
        Files.createDirectories(memory.parent)
        Files.writeString(memory, "$jar\n")

        expect:
        jars('//DEPS no.such:thing:1') == [jar]
        notes.empty
    }

    def '"#coordinate" is no coordinate'() {
        when:
        jars("//DEPS $coordinate")

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "'$coordinate' is not a Maven coordinate"
        error.diagnostics()[0].at().file() == 'scripts/a.groovy'

        where:
        coordinate << ['junit', 'a:b']
    }

    private List<Path> jars(String text) {
        def file = root.resolve('scripts/a.groovy')
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        def script = new ScriptFolder(root).find('a')
        new ScriptJars(root.resolve('cache'), notes::add).of(script, ScriptHeader.of(script))
    }
}
