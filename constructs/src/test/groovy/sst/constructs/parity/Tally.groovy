package sst.constructs.parity

import java.nio.file.Files
import java.nio.file.Path

/** Counts verdicts by construct and level. */
class Tally {
    /** What a test needs: data alone, the CDK's objects, or an account that answers. */
    private static final List<String> LEVELS = ['plain', 'cdk', 'lookup']

    private final List<String> verdicts = []
    private final Map<String, Map<String, Map<String, Integer>>> counts = new TreeMap<>()
    private final Map<String, Integer> opaque = new TreeMap<>()

    void add(String construct, Map test, String why, Map decided) {
        String verdict = why.empty ? 'passed' : decided == null ? 'failed' : 'decided'
        of(construct)[test.level][verdict] += 1
        verdicts << "$verdict $construct: $test.name${why.empty ? '' : ' - ' + why}".toString()
    }

    void opaque(String construct) {
        of(construct)
        opaque[construct] = (opaque[construct] ?: 0) + 1
    }

    void note(String line) {
        verdicts << "    $line".toString()
    }

    int total(String verdict, String level = '') {
        counts.values().sum(0) { levels -> levels.findAll { it.key == level || level.empty }.values().sum { it[verdict] } } as int
    }

    private Map of(String construct) {
        counts.computeIfAbsent(construct) { LEVELS.collectEntries { [it, [passed: 0, decided: 0, failed: 0]] } }
    }

    /** Writes every verdict, prints the counts; the last line is the sum. */
    void report(Path file, LogicalIds ids) {
        Files.createDirectories(file.parent)
        Files.write(file, verdicts + ids.differences())
        counts.each { construct, levels ->
            println "$construct: ${levels.findAll { it.value.values().sum() > 0 }.collect { "$it.key ${shown(it.value)}" }.join('; ')}; opaque ${opaque[construct] ?: 0}"
        }
        println ids.summary()
        println "opaque: ${opaque.values().sum() ?: 0} that data cannot replay"
        LEVELS.each { println "$it: ${sum(it)}" }
        println "parity: ${sum('')}"
    }

    private String sum(String level) {
        shown(['passed', 'decided', 'failed'].collectEntries { [it, total(it, level)] })
    }

    private static String shown(Map verdicts) {
        "$verdicts.passed passed, $verdicts.decided decided, $verdicts.failed failed"
    }
}
