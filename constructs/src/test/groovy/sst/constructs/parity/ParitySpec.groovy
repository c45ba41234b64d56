package sst.constructs.parity

import java.nio.file.Files
import java.nio.file.Path

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.ObjectMapper
import sst.constructs.cdk.DescribedCdk
import sst.constructs.synth.SynthOptions
import sst.constructs.synth.SynthSpecification
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic
import sst.model.diagnostic.UserError
import sst.model.schema.written.Mismatch

/**
 * Replays SST v2's own construct tests as they were recorded, and checks what they assert. The folder of recordings is
 * the system property {@code parity.dir}; without it a sample is replayed. {@code target/parity.txt} has every verdict.
 */
class ParitySpec extends SynthSpecification {
    static final List<Map> DECIDED = new ObjectMapper().readValue(ParitySpec.getResource('/parity/decided.json'), List)

    private final DescribedCdk cdk = new DescribedCdk()
    private final Tally tally = new Tally()
    private final LogicalIds ids = new LogicalIds()
    private Fixtures fixtures
    private MockedLookups lookups

    def "apps of SST v2 become what they were"() {
        given:
        fixtures = new Fixtures(project)

        when:
        recordings().each { replay(it) }
        tally.report(Path.of('target/parity.txt'), ids)

        then:
        tally.total('failed') == 0
        tally.total('passed') > 0
    }

    def "every decision is explained where users look: #decision.construct, #decision.test"() {
        expect:
        def text = Files.readString(Path.of('../docs/parity.md'))
        text.contains(decision.reason)
        text.contains(decision.test ?: decision.shown)

        where:
        decision << DECIDED
    }

    private static List<Path> recordings() {
        String given = System.getProperty('parity.dir', '')
        Path folder = given.empty ? Path.of('src/test/resources/parity/sample') : Path.of(given)
        Path found = Files.isDirectory(folder) ? folder : Path.of('..').resolve(folder)
        Files.list(found).withCloseable { it.filter { f -> f.toString().endsWith('.json') }.sorted().toList() }
    }

    private void replay(Path file) {
        String construct = file.fileName.toString() - '.json'
        try {
            (json(file).tests ?: []).each { count(construct, it) }
        } catch (JsonProcessingException e) {
            tally.add(construct, [name: file.fileName.toString(), level: 'plain'], "not a recording: $e.originalMessage", null)
        }
    }

    private void count(String construct, Map recorded) {
        if (recorded.level == 'opaque' && !MockedLookups.areAll(recorded)) {
            tally.opaque(construct)
            return
        }
        lookups = new MockedLookups()
        Map test = recorded.level == 'opaque' ? lookups.prepare(recorded) : recorded
        String why = attempt(construct, test)
        Map decided = why.empty ? null : DECIDED.find {
            it.construct in [construct, '*'] && (it.test == test.name || it.why && (why =~ it.why).find())
        }
        tally.add(construct, test, why, decided)
    }

    /** Why the test does not pass; empty when it does. */
    private String attempt(String construct, Map test) {
        try {
            fixtures.of(test)
            run(construct, test)
            return ''
        } catch (UserError e) {
            return shown(e.diagnostics())
        } catch (AssertionError | Exception | LinkageError | StackOverflowError e) {
            return "${e.class.simpleName}: ${e.message}".readLines().take(1).join('')
        }
    }

    private static String shown(List<Diagnostic> diagnostics) {
        diagnostics.collect { "${it.code()} ${it.summary()}" }.join('; ')
    }

    private void run(String construct, Map test) {
        List<Map> ops = test.program.findAll { !(it.op in ['throws', 'assert']) }.collectMany { it.op == 'noThrow' ? it['do'] : [it] }
        List<Integer> checked = []
        boolean isUnbuildable = false
        test.program.eachWithIndex { Map op, int at ->
            List<Map> before = test.program.take(at).findAll { !(it.op in ['throws', 'assert', 'expect', 'noThrow']) }
            if (op.op == 'throws') {
                refused(before, op)
                isUnbuildable |= op['do'].last().op == 'finish'
            } else if (op.op == 'assert') {
                checked << op.i
                verify([test.assertions[op.i]], new Synthesis(before).templates)
            }
        }
        List<Map> open = test.assertions.indexed().findAll { !(it.key in checked) }.values() as List
        if (isUnbuildable && open.empty) {
            return
        }
        def last = new Synthesis(ops)
        if (!test.throws) {
            ids.compare("$construct: $test.name", test.templates ?: [:], last.templates)
        }
        verify(open, last.templates)
        last.replay.later(last.templates, last.manifest)
    }

    private void refused(List<Map> before, Map op) {
        try {
            new Synthesis(before + op['do'])
        } catch (UserError e) {
            requireReason(op.match, e.diagnostics())
            return
        } catch (Mismatch e) {
            requireReason(op.match, [Diagnostic.error(Code.WRONG_TYPE, e.reason()).hint(e.hint())])
            return
        }
        throw new AssertionError((Object) 'nothing was refused')
    }

    private void requireReason(Object match, List<Diagnostic> ours) {
        String why = Refusal.differs(match, ours)
        if (!why.empty) {
            throw new AssertionError((Object) why)
        }
        tally.note("refused: ${shown(ours)}")
    }

    private static void verify(List<Map> assertions, Map<String, Map> templates) {
        assertions.each {
            if (!TemplateMatcher.check(it, templates.getOrDefault(it.stack, [:]))) {
                throw new AssertionError((Object) "$it.fn $it.args")
            }
        }
    }

    /** A program, and the templates that we make of it by the stacks' names. */
    private class Synthesis {
        final Replay replay = new Replay(cdk)
        Map<String, Map> templates = [:]
        Map manifest = [:]

        Synthesis(List<Map> ops) {
            replay.run(ops)
            if (replay.config == null || !replay.hasStacks()) {
                return
            }
            boolean isBuilt = ops.any { it.op == 'finish' }
            Path assembly = synth().run(replay.config.build(ops.toString()), at(replay.config.app().partial().region())).assembly()
            Files.list(assembly).withCloseable { files ->
                files.filter { it.toString().endsWith('.template.json') }.each {
                    templates[it.fileName.toString() - '.template.json'] = asRecorded(it, isBuilt)
                }
            }
            manifest = json(assembly.resolve('manifest.json'))
            templates = lookups.applied(manifest, templates)
        }

        private SynthOptions at(String region) {
            new SynthOptions(options().out(), region, 'my-account', [:])
        }

        /** With the recordings' prefix of parameters, and what they have in place of code that was not built. */
        private Map asRecorded(Path template, boolean isBuilt) {
            Map read = new ObjectMapper().readValue(Files.readString(template).replace('/sst/app/test/', '/test/test/'), Map)
            if (!isBuilt) {
                (read.Resources ?: [:]).values().findAll { it.get('Properties')?.Environment?.Variables?.SST_APP }.each {
                    it.get('Properties').Handler = 'index.placeholder'
                }
            }
            read
        }
    }
}
