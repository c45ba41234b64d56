package sst.dsl.docs

import java.util.function.Consumer

import spock.lang.Specification
import sst.model.app.build.AppBuilder
import sst.model.app.Constructs
import sst.model.app.build.StackBlock
import sst.model.app.StageContext
import sst.model.schema.Block

/** Every construct, and every prop with an example, in the forms that configs in Groovy and Java may take. */
class FormsSpec extends Specification {
    def '#kind.method is made with an id, with a map on either side of it, and with a block'() {
        expect:
        StackBlock.methods.findAll { it.name == kind.method() }*.parameterTypes*.toList() as Set ==
                [[String], [String, Map], [Map, String], [String, Consumer]] as Set

        where:
        kind << Constructs.all()
    }

    def '#kind.method: #prop.name is the same as a call, in a map, assigned, and set from Java'() {
        given:
        Object value = captured(prop.example())
        Block called = kind.schema().newBlock()
        Block mapped = kind.schema().newBlock()
        Block assigned = kind.schema().newBlock()
        Block set = kind.schema().newBlock()

        when:
        run(called, "${prop.name()} ${prop.example()}")
        mapped.fill([(prop.name()): value])
        run(assigned, "${prop.name()} = value", [value: value])
        set.set(prop.name(), value)

        then:
        said(called) == said(mapped)
        said(called) == said(assigned)
        said(called) == said(set)
        said(called) != said(kind.schema().newBlock())

        where:
        [kind, prop] << Constructs.all().collectMany { kind ->
            // A closure is another object each time it is written.
            kind.schema().props().findAll { it.example() && !it.example().contains('{') }.collect { [kind, it] }
        }
    }

    /** What a block says, without where its parts stand. */
    private static String said(Block block) {
        block.partial().toString().replaceAll(/\bat=[\w.]+:\d+(:\d+)?/, 'at=')
    }

    private Object captured(String example) {
        List seen = []
        new GroovyShell(new Binding(notes: notes(), see: { Object... all -> seen.addAll(all) })).evaluate("see($example)")
        seen.size() == 1 ? seen[0] : seen
    }

    private void run(Block block, String text, Map more = [:]) {
        Closure<?> body = (Closure<?>) new GroovyShell(new Binding([notes: notes()] + more)).evaluate("{ -> $text }")
        body.delegate = block
        body.resolveStrategy = Closure.DELEGATE_FIRST
        body()
    }

    private static Object notes() {
        Object made = null
        new AppBuilder(new StageContext('dev', [:], '', false)).app('x').stack('s', { StackBlock stack ->
            made = stack.table('Notes', [fields: [id: 'string'], primaryIndex: [partitionKey: 'id']])
        } as Consumer)
        made
    }
}
