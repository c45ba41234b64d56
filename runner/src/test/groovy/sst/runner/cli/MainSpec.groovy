package sst.runner.cli

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** The real process, because what it loads and how it ends is the point. */
class MainSpec extends Specification {
    @TempDir
    Path folder

    Map run(List<String> args, List<String> jvm = [], Map<String, String> env = [:]) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def command = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] + jvm + ['-cp', System.getProperty('java.class.path'), 'sst.runner.cli.Main'] + args
        def builder = new ProcessBuilder(command).directory(folder.toFile())
        builder.environment().keySet().removeIf { it.startsWith('AWS_') || it.startsWith('SST_') }
        builder.environment().putAll(env)
        def outFile = folder.resolve('out').toFile()
        def errFile = folder.resolve('err').toFile()
        def process = builder.redirectOutput(outFile).redirectError(errFile).start()
        process.outputStream.close()
        assert process.waitFor(120, TimeUnit.SECONDS)
        [code: process.exitValue(), out: outFile.text, err: errFile.text]
    }

    def "#args loads neither Groovy nor the CDK nor the AWS SDK"() {
        when:
        def result = run(args, ['-Xlog:class+load:file=classes.log'])
        def loaded = folder.resolve('classes.log').toFile().readLines()

        then:
        result.code == 0
        result.out.contains('sst')
        loaded.every { !(it =~ /\] (groovy\.|org\.(codehaus|apache)\.groovy\.|software\.amazon\.)/) }
        loaded.size() > 100

        where:
        args << [['version'], ['--version'], ['--help'], ['deploy', '--help']]
    }

    def "#args ends with exit code #code and says '#said'"() {
        when:
        def result = run(args)

        then:
        result.code == code
        result.out.empty
        result.err.contains(said)

        where:
        args                                           | code || said
        ['frob']                                       | 2    || "'frob'"
        ['deploy', '--stage', '--help']                | 2    || '--stage'
        ['deploy', '--stage=1x', '--from', 'nowhere']  | 2    || "'1x' cannot be a stage name"
        ['deploy']                                     | 1    || 'no sst.config.groovy'
        ['deploy', '--stage', 'dev', '--from', 'none'] | 1    || 'no assembly folder'
        ['deploy', '--no-rollbacks']                    | 2    || '--no-rollbacks'
        ['outputs', '--cloud', 'moon']                 | 2    || "--cloud is 'moon'"
        ['local', 'dance']                             | 2    || "'dance'"
        ['deplyo']                                     | 2    || "did you mean 'deploy'?"
        ['deploy', '--stge', 'dev']                    | 2    || "did you mean '--stage'?"
        ['--cloud', 'local', 'deploy']                 | 1    || 'no sst.config.groovy'
    }

    def "errors are JSON on stdout when JSON is asked for"() {
        when:
        def result = run(['deploy', '--json'])

        then:
        result.code == 1
        result.out.contains('"type":"error"')
        result.out.contains('"code":"SST1206"')
    }
}
