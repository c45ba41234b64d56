package sst.acceptance.completion

import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import sst.acceptance.harness.Command
import sst.acceptance.harness.Repository

import java.nio.file.Files
import java.nio.file.Path

/** The completion scripts in the shells that they are for. sst is not on the PATH there: names come from files alone. */
class CompletionSpec extends Specification {

    static final Map<String, List<String>> SHELLS = [bash: ['bash', '--norc'], zsh: ['zsh', '-f'], fish: ['fish', '--no-config']]
    static final String INDEX = '{"version":1,"app":"notes","stage":"dev","region":"us-east-1","fingerprint":"","stacks":{' +
        '"dev-notes-data":{"name":"data","resources":{"NotesTable1":{"construct":"Notes","type":"Table","file":"sst.config.groovy","line":9}}},' +
        '"dev-notes-api":{"name":"api","resources":{"A1":{"construct":"Api/GET /notes","type":"Function","file":"sst.config.groovy","line":9},' +
        '"A2":{"construct":"Api/GET /notes","type":"Function","file":"sst.config.groovy","line":9},' +
        '"W":{"construct":"Work","type":"Function","file":"sst.config.groovy","line":9}}}}}'

    @Shared
    @TempDir
    Path root

    @Shared
    Path app

    def setupSpec() {
        app = root.resolve('app')
        ['dev', 'prod'].each { write(".sst/assembly/$it/sst.json", it == 'dev' ? INDEX : INDEX.replace('"Work"', '"Other"')) }
        write('.sst/assembly/dev.lock', '')
        write('.sst/stage', 'dev\n')
        ['seed.groovy', 'FixTotals.java', 'by_day.jsh', 'notes.txt'].each { write("scripts/$it", '') }
        SHELLS.keySet().each {
            def run = new Command(Repository.launcher, 'completion', it).run()
            assert run.exit == 0
            Files.writeString(root.resolve(it), run.out)
        }
    }

    def '#shell offers #names for "#line"'() {
        expect:
        offered(shell, line) == names.toSet()

        where:
        [shell, line, names] << SHELLS.keySet().collectMany { each -> LINES.collect { [each, it.key, it.value] } }
    }

    static final Map<String, List<String>> LINES = [
        'sst depl'                   : ['deploy'],
        'sst --stage dev remo'       : ['remove'],
        'sst --sta'                  : ['--stage'],
        'sst deploy --outputs-f'     : ['--outputs-file'],
        'sst --stage '               : ['dev', 'prod'],
        'sst logs Wo'                : ['Work'],
        'sst --stage prod invoke Ot' : ['Other'],
        'sst diff '                  : ['api', 'data'],
        'sst run '                   : ['by-day', 'fix-totals', 'seed'],
        'sst local sta'              : ['start', 'status'],
        'sst --cloud '               : ['aws', 'local'],
        'sst completion z'           : ['zsh'],
        'sst version '               : [],
    ]

    def '#shell offers stages behind an equals sign'() {
        expect:
        offered(shell, 'sst --stage=pr')*.replace('--stage=', '') == ['prod']

        where:
        shell << SHELLS.keySet()
    }

    def '#shell looks into the project that --app names'() {
        expect:
        offered(shell, "sst --app $app run se", root) == ['seed'] as Set

        where:
        shell << SHELLS.keySet()
    }

    def 'bash quotes a name with spaces, and goes on from what is quoted'() {
        expect:
        offered('bash', 'sst logs Api') == ['Api/GET\\ /notes'] as Set
        offered('bash', 'sst logs "Api') == ['Api/GET /notes'] as Set
    }

    def 'a shell without a script is told'() {
        when:
        def run = new Command(Repository.launcher, 'completion', 'tcsh').run()

        then:
        run.exit == 2
        run.err.contains("there is no completion for 'tcsh'")
    }

    private Set<String> offered(String shell, String line, Path folder = app) {
        def driver = Repository.file("acceptance/src/test/resources/completion/offered.$shell")
        def run = new Command(*(SHELLS[shell] + [driver, folder, root.resolve(shell), line])).with(HOME: root, TERM: 'dumb').run()
        assert run.err == ''
        run.out.readLines().findAll() as Set
    }

    private void write(String path, String text) {
        def file = app.resolve(path)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
