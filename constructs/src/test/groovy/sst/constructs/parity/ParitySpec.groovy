package sst.constructs.parity

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.databind.ObjectMapper
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.UserError
import sst.model.schema.Mismatch

/**
 * Replays SST v2's own construct tests as they were recorded, and checks what they assert. The folder of recordings is
 * the system property {@code parity.dir}; without it a sample is replayed. {@code target/parity.txt} has every verdict.
 */
class ParitySpec extends SynthSpecification {
    /** Refusals that say nothing about the test: the product lacks what it uses. */
    static final List<Code> LACKS = [Code.UNSUPPORTED, Code.UNKNOWN_PROPERTY, Code.UNKNOWN_METHOD]

    static final List<Map> DECIDED = new ObjectMapper().readValue(ParitySpec.getResource('/parity/decided.json'), List)

    private final List<String> verdicts = []
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>()

    def "apps of SST v2 become what they were"() {
        given:
        ['test/lambda.js', 'test/random.js', 'test/constructs/lambda.js', 'test/constructs/lambda/fn.js'].each {
            handler(it, 'export const handler = () => 1')
        }
        handler('test/constructs/migrations/1_first.sql', 'create table first (id int)')
        handler('test/constructs/appsync/schema.graphql', 'type Query { hello: String }')
        handler('test/constructs/appsync/schema2.graphql', 'type Query { world: String }')

        when:
        recordings().each { file ->
            String construct = file.fileName.toString() - '.json'
            json(file).tests.findAll { it.level == 'plain' }.each { count(construct, it) }
        }
        report()

        then:
        total('failed') == 0
        total('passed') > 0
    }

    def "every decision is explained where users look: #decision.construct, #decision.test"() {
        expect:
        def text = Files.readString(Path.of('../docs/parity.md'))
        text.contains(decision.reason)
        text.contains(decision.test)

        where:
        decision << DECIDED
    }

    private static List<Path> recordings() {
        String given = System.getProperty('parity.dir', '')
        Path folder = given.empty ? Path.of('src/test/resources/parity/sample') : Path.of(given)
        Path found = Files.isDirectory(folder) ? folder : Path.of('..').resolve(folder)
        Files.list(found).withCloseable { it.filter { f -> f.toString().endsWith('.json') }.sorted().toList() }
    }

    private void count(String construct, Map test) {
        String why = attempt(test)
        Map decided = DECIDED.find { it.construct == construct && it.test == test.name }
        String verdict = why.empty ? 'passed' : decided ? 'decided' : 'failed'
        counts.computeIfAbsent(construct) { [passed: 0, decided: 0, failed: 0] }[verdict] += 1
        verdicts << "$verdict $construct: $test.name${why.empty ? '' : ' - ' + why}".toString()
    }

    /** Why the test does not pass; empty when it does. */
    private String attempt(Map test) {
        try {
            replay(test)
            return ''
        } catch (UserError e) {
            return e.diagnostics().collect { "${it.code()} ${it.summary()}" }.join('; ')
        } catch (AssertionError | RuntimeException e) {
            return "${e.class.simpleName}: ${e.message}".readLines().take(1).join('')
        }
    }

    private void replay(Map test) {
        List<Map> ops = test.program.findAll { !(it.op in ['throws', 'assert']) }.collectMany { it.op == 'noThrow' ? it['do'] : [it] }
        List<Integer> checked = []
        test.program.eachWithIndex { Map op, int at ->
            List<Map> before = test.program.take(at).findAll { !(it.op in ['throws', 'assert', 'expect']) }
            if (op.op == 'throws') {
                requireRefusal(before + op['do'])
            } else if (op.op == 'assert') {
                checked << op.i
                verify([test.assertions[op.i]], templates(before))
            }
        }
        Map<String, Map> made = templates(ops)
        verify(test.assertions.indexed().findAll { !(it.key in checked) }.values() as List, made)
    }

    private void requireRefusal(List<Map> ops) {
        try {
            templates(ops)
        } catch (UserError e) {
            if (e.diagnostics().every { it.code() in LACKS }) {
                throw e
            }
            verdicts << "    refused: ${e.diagnostics()*.summary().join('; ')}".toString()
            return
        } catch (Mismatch ignored) {
            return
        }
        throw new AssertionError((Object) 'nothing was refused')
    }

    private static void verify(List<Map> assertions, Map<String, Map> templates) {
        assertions.each {
            if (!TemplateMatcher.check(it, templates.getOrDefault(it.stack, [:]))) {
                throw new AssertionError((Object) "$it.fn $it.args")
            }
        }
    }

    /** The templates of a program, by the stacks' names. */
    private Map<String, Map> templates(List<Map> ops) {
        def replay = new Replay()
        replay.run(ops)
        if (replay.config == null || !ops.any { it['class'] == 'Stack' }) {
            return [:]
        }
        def model = replay.config.build('source')
        Path assembly = synth().run(model, options('my-account', model.props().region())).assembly()
        Files.list(assembly).withCloseable { files ->
            files.filter { it.toString().endsWith('.template.json') }.toList().collectEntries {
                [it.fileName.toString() - '.template.json', asRecorded(it)]
            }
        }
    }

    /** With what the recordings have in place of built code, and their prefix of parameters. */
    private static Map asRecorded(Path template) {
        Map read = new ObjectMapper().readValue(Files.readString(template).replace('/sst/app/test/', '/test/test/'), Map)
        (read.Resources ?: [:]).values().findAll { it.get('Properties')?.Environment?.Variables?.SST_APP }.each {
            it.get('Properties').Handler = 'index.placeholder'
        }
        read
    }

    private int total(String verdict) {
        counts.values().sum { it[verdict] } as int
    }

    private void report() {
        Files.createDirectories(Path.of('target'))
        Files.write(Path.of('target/parity.txt'), verdicts)
        counts.each { construct, verdict ->
            println "$construct: $verdict.passed passed, $verdict.decided decided, $verdict.failed failed"
        }
        println "parity: ${total('passed')} passed, ${total('decided')} decided, ${total('failed')} failed"
    }
}
