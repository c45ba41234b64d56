package sst.scripts

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.Aborted
import sst.model.diagnostic.SstException
import sst.model.diagnostic.UserError
import sst.scripts.source.ScriptFolder
import sst.scripts.source.ScriptHeader
import sst.scripts.stage.StageSite
import sst.scripts.stage.StageValues

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

class ScriptRunSpec extends Specification {

    @TempDir
    Path root

    List<String> notes = []
    Closure<?> onStop = { Runnable stop -> }

    static final GROOVY = '''
        @Option(names = '--times', description = 'how often') @Field int times = 1
        @Parameters(arity = '0..*') @Field List<String> words = []
        new File(args.last()).text = "$stage $app $region $local $times $words ${resources.table('Notes').tableName}"
        exit 3
        '''
    static final JAVA = '''
        import picocli.CommandLine.*;
        import sst.scripts.api.*;
        import java.nio.file.*;
        class Some implements StageScript {
            @Option(names = "--times") int times = 1;
            @Parameters(arity = "0..*") java.util.List<String> words;
            public void run(Scope s) throws Exception {
                Files.writeString(Path.of(s.args().get(s.args().size() - 1)), s.stage() + " " + s.app() + " " + s.region() + " "
                    + s.isLocal() + " " + times + " " + words + " " + s.resources().table("Notes").tableName());
                s.exit(3);
            }
        }
        '''
    static final JSHELL = '''
        int times = Integer.parseInt(args.get(1));
        var words = args.subList(2, args.size());
        Files.writeString(Path.of(args.get(args.size() - 1)), stage + " " + scope.app() + " " + scope.region() + " "
            + scope.isLocal() + " " + times + " " + words + " " + resources.table("Notes").tableName());
        scope.exit(3);
        '''

    def 'a script in #extension gets its stage, its options and the values of constructs, and chooses the exit code'() {
        given:
        def out = root.resolve('out').toString()

        expect:
        2.times {
            Files.deleteIfExists(Path.of(out))
            assert run("some.$extension", text, ['--times', '2', 'a b', out]) == 3
            assert Files.readString(Path.of(out)) == "dev notes us-east-1 true 2 [a b, $out] dev-notes-Notes"
        }

        where:
        extension | text
        'groovy'  | GROOVY
        'java'    | JAVA
        'jsh'     | JSHELL
    }

    def 'a script prints #value as Groovy does'() {
        given:
        def shown = root.resolve('shown').toString()
        def real = System.out
        def printed = new ByteArrayOutputStream()
        System.out = new PrintStream(printed, true, 'UTF-8')

        when:
        run('some.groovy', "def n = 'x'\nprintln($value)\nnew File(args[0]).text = \"\${$value}\"", [shown])

        then:
        printed.toString('UTF-8') == new File(shown).text + System.lineSeparator()

        cleanup:
        System.out = real

        where:
        value << ["'text'", '"a $n ${1 + 1} ${true} b"', '"$n"', '"${null} ${[1]} ${[a: n]}"', '[1, [b: 2]]', 'null', '2.50']
    }

    def 'a script in #extension is compiled once'() {
        given:
        run("some.$extension", text)
        def kept = cached()

        when:
        run("some.$extension", text)

        then:
        kept.size() == 1
        cached() == kept

        when:
        run("some.$extension", text + '\n// changed')

        then:
        cached().size() == 2

        where:
        extension | text
        'groovy'  | 'def a = 1'
        'java'    | 'class A implements sst.scripts.api.StageScript { public void run(sst.scripts.api.Scope s) {} }'
        'jsh'     | 'int a = 1; int b = a + 1;'
    }

    def 'an exception in #file is told at its line'() {
        when:
        run(file, text)

        then:
        def error = thrown(UserError)
        error.exitCode() == 1
        error.diagnostics()[0].summary() == 'IllegalStateException: no luck'
        error.diagnostics()[0].at().toString() == "scripts/$file:2"

        where:
        file       | text
        'a.groovy' | 'def x = 1\nthrow new IllegalStateException("no luck")'
        'A.java'   | 'class A implements sst.scripts.api.StageScript { public void run(sst.scripts.api.Scope s) {\nthrow new IllegalStateException("no luck"); } }'
        'a.jsh'    | 'void f() {\n    throw new IllegalStateException("no luck");\n}\nf();'
    }

    def 'what does not compile in #file is told at its line'() {
        when:
        run(file, text)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].code().number() == 'SST3101'
        error.diagnostics()[0].at().line() == 2

        where:
        file       | text
        'a.groovy' | 'def x = 1\ndef = 2'
        'A.java'   | 'class A {\nint x = "a"; }'
        'a.jsh'    | 'int x = 1;\nint y = "a";'
        'b.jsh'    | 'int x = 1;\nvoid f() {'
        'c.jsh'    | 'int x = 1;\nnowhere(x);'
    }

    def 'an unknown construct is told with the near one, at the line that asked: #file'() {
        when:
        run(file, text)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "no Table 'Nots' is deployed"
        error.diagnostics()[0].hint() == "did you mean 'Notes'?"
        error.diagnostics()[0].at().toString() == "scripts/$file:2"

        where:
        file       | text
        'a.groovy' | "def x = 1\nresources.table('Nots')"
        'a.jsh'    | 'int x = 1;\nresources.table("Nots");'
    }

    def 'a name that a Groovy script does not have is told with the near one'() {
        when:
        run('a.groovy', 'println resorces')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == "'resorces' is not known here"
        error.diagnostics()[0].hint() == "did you mean 'resources'?"
    }

    def 'an unknown value of a construct is told with those it has'() {
        when:
        run('a.groovy', "resources.table('Notes').tableNme")

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].hint() == "did you mean 'tableName'?"
    }

    def 'arguments that do not fit are a usage error'() {
        when:
        run('a.groovy', "@Option(names = '--n') @Field int n = 1\nprintln n", args)

        then:
        def error = thrown(UserError)
        error.exitCode() == 2
        error.diagnostics()[0].hint() == 'see sst run a --help'

        where:
        args << [['--n', 'x'], ['--m'], ['stray']]
    }

    def 'a script without options gets whatever it is given'() {
        given:
        def args = ['a b', "--x='*'", '-y', '@file', '--', '']

        expect:
        run('a.groovy', "exit args == ['a b', \"--x='*'\", '-y', '@file', '--', ''] ? 0 : 1", args) == 0
    }

    def 'a script that takes too long is left, and says where it was'() {
        given:
        def cleaned = root.resolve('cleaned')

        when:
        run('a.groovy', "def x = 1\ntry { while (true) { Thread.sleep(1) } } finally { new File('$cleaned').text = '' }", [], Duration.ofMillis(300))

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == 'a took longer than 0.3 s'
        error.diagnostics()[0].at().line() == 2
        Files.exists(cleaned)
    }

    def 'an endless script ends when the user wishes to stop'() {
        given:
        def running = new CountDownLatch(1)
        def started = root.resolve('started')
        onStop = { Runnable stop ->
            Thread.start {
                while (!Files.exists(started)) {
                    Thread.onSpinWait()
                }
                stop.run()
                running.countDown()
            }
        }

        when:
        run('a.groovy', "new File('$started').text = ''\nwhile (true) { Thread.onSpinWait(); if (Thread.interrupted()) { return } }")

        then:
        def aborted = thrown(SstException)
        aborted instanceof Aborted
        aborted.exitCode() == 130
        running.await(60, TimeUnit.SECONDS)
    }

    def 'fields are set before there is a stage'() {
        when:
        run('a.groovy', '@Field def t = resources.table("Notes")\nprintln t')

        then:
        def error = thrown(UserError)
        error.message.contains('fields are set before the script runs')
    }

    def '#file without a script in it is refused'() {
        when:
        run(file, text)

        then:
        def error = thrown(UserError)
        error.message.contains('StageScript')

        where:
        file       | text
        'a.groovy' | 'class Foo { }'
        'A.java'   | 'class A { }'
        'B.java'   | 'import sst.scripts.api.*; class B implements StageScript { public void run(Scope s) {} } class C implements StageScript { public void run(Scope s) {} }'
    }

    def 'commands of JShell are refused by name'() {
        when:
        run('a.jsh', 'int x = 1;\n/exit\n')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == 'commands of JShell do nothing in a script'
        error.diagnostics()[0].at().line() == 2
    }

    def 'help comes from the annotations and the doc comment, and runs nothing'() {
        given:
        def script = file('a.groovy', "/** Fill it. */\n@Option(names = '--n', description = 'how many') @Field int n = 1\nthrow new Error()")

        when:
        def help = new Scripts(root.resolve('cache'), notes::add).help(script)

        then:
        help.contains('Usage: sst run a [--n=<n>]')
        help.contains('Fill it.')
        help.contains('how many')
    }

    def 'a dry run says at its end what was left out'() {
        when:
        run('a.groovy', "3.times { resources.table('Notes').put id: it }", [], null, true)

        then:
        notes == (0..2).collect { " PutItem  dev-notes-Notes  Item: {id: $it}".toString() } + 'would send 3 PutItem; nothing was sent'
    }

    def 'a script in #extension that fails leaves its variables to be looked at'() {
        given:
        Map<String, Object> seen = [:]

        when:
        ready("some.$extension", text).run { failure, variables -> seen = variables }

        then:
        thrown(UserError)
        seen.count == 3
        seen.list == ['a', 'b']
        seen.error instanceof IllegalStateException
        seen.resources.table('Notes').tableName == 'dev-notes-Notes'

        where:
        extension | text
        'groovy'  | "@Field int count = 3\ndef list = ['a', 'b']\nthrow new IllegalStateException('no')"
        'java'    | """class Some implements sst.scripts.api.StageScript {
                        int count = 3;
                        java.util.List<String> list;
                        public void run(sst.scripts.api.Scope s) { list = java.util.List.of("a", "b"); throw new IllegalStateException("no"); }
                    }"""
        'jsh'     | 'int count = 3;\nvar list = List.of("a", "b");\nif (count > 2) throw new IllegalStateException("no");'
    }

    def 'what a script declares keeps its type when it can be looked at: #line'() {
        given:
        Map<String, Object> seen = [:]

        when:
        ready('some.groovy', "$line\nthrow new IllegalStateException('no')").run { failure, variables -> seen = variables }

        then:
        thrown(UserError)
        seen.findAll { name, value -> name in ['a', 'b'] } == kept

        where:
        line                           || kept
        'String a = "${1 + 1}"'        || [a: '2']
        'def (a, b) = [1, 2]'          || [a: 1, b: 2]
        'def a = 1; def b = { a + 1 }()' || [a: 1, b: 2]
    }

    private int run(String name, String text, List<String> args = [], Duration timeout = null, boolean dry = false) {
        ready(name, text, args, timeout, dry).run()
    }

    private ScriptRun ready(String name, String text, List<String> args = [], Duration timeout = null, boolean dry = false) {
        def script = file(name, text)
        def site = new StageSite('notes', 'dev', 'us-east-1', 'http://127.0.0.1:1', null)
        def values = new StageValues({ [SST_Table_tableName_Notes: 'dev-notes-Notes'] }, { [:] })
        def out = new PrintStream(OutputStream.nullOutputStream())
        def request = new ScriptRequest(script, ScriptHeader.of(script), args, dry, timeout)
        new ScriptRun(request, new Surroundings(site, values, root.resolve('cache'), out, notes::add, onStop))
    }

    private sst.scripts.source.ScriptFile file(String name, String text) {
        def file = root.resolve('scripts').resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        new ScriptFolder(root).find(name)
    }

    private Set<String> cached() {
        Files.list(root.resolve('cache')).withCloseable { files -> files*.fileName*.toString() as Set }
    }
}
