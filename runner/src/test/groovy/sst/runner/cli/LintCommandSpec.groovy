package sst.runner.cli

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The real process: what it prints where, and how it ends. */
class LintCommandSpec extends Specification {
    @TempDir
    Path folder

    def "a mistake in a branch of another stage is an error with its line, and ends in 1"() {
        given:
        Files.writeString(folder.resolve('sst.config.groovy'), "app { name 'x' }\nstack('s') {\n  if (stage == 'prod') { function('F') { handlr 'a.b' } }\n  queue('Q')\n}\n")

        when:
        def result = run('lint', '--stage', 'dev')

        then:
        result.code == 1
        result.out.contains("function 'F' has no 'handlr'  SST1101")
        result.out.contains('sst.config.groovy:3:42')
        result.out.contains("hint: did you mean 'handler'?")
        result.out.contains('1 error, 0 pieces of advice')
    }

    def "advice alone ends in 0, with an object for each piece"() {
        given:
        Files.writeString(folder.resolve('sst.config.groovy'), "app { name 'x' }\nstack('s') {\n  function('F') { handler 'src/a.b'; permissions '*' }\n}\n")

        when:
        def result = run('lint', '--stage', 'dev', '--json')
        def json = result.out.readLines().collect { new ObjectMapper().readValue(it, Map) }

        then:
        result.code == 0
        with(json[0]) {
            type == 'warning'
            code == 'SST4101'
            file == 'sst.config.groovy'
            line == 3
            hint.contains('s3:GetObject')
        }
        json[1] == [version: 1, type: 'summary', errors: 0, advice: 1]
    }

    private Map run(String... args) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def command = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', System.getProperty('java.class.path'), 'sst.runner.cli.Main'] + args.toList()
        def builder = new ProcessBuilder(command).directory(folder.toFile())
        // Looking at a config starts no program, so none is on the path.
        builder.environment().PATH = folder.toString()
        builder.environment().keySet().removeIf { it.startsWith('AWS_') || it.startsWith('SST_') }
        def out = folder.resolve('out').toFile()
        def process = builder.redirectOutput(out).redirectError(folder.resolve('err').toFile()).start()
        process.outputStream.close()
        assert process.waitFor(120, TimeUnit.SECONDS)
        [code: process.exitValue(), out: out.text]
    }
}
