package sst.repl.jshell

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import sst.model.diagnostic.UserError
import sst.repl.lang.ExitRequest
import sst.repl.lang.LiveSpecification
import sst.repl.session.Transaction
import sst.repl.view.ConstructView

class JavaSessionSpec extends LiveSpecification {

    List<String> said = []
    JavaSession java

    def setup() {
        java = new JavaSession(
                new LiveVariables({ app }, names, views),
                new JavaSession.Screen(new PrintWriter(printed, true), { said << it }))
    }

    def cleanup() {
        java.close()
    }

    def 'every construct is a variable with its own type'() {
        expect:
        shown('Orders.getId()') == 'Orders'
        shown('orders.getId()') == 'Orders'
        shown('data.name()') == 'data'
        shown('((Table) (Object) Orders) == Orders') == true
        shown('Orders') instanceof ConstructView
        shown('stage() + data.ids().size()') == 'dev1'
    }

    def '`#line` is pending as #changes'() {
        when:
        def done = run(line)

        then:
        !done.changes().empty
        pending() == changes
        app.edits()*.language() == ['java']

        where:
        line                                                                      | changes
        'edit(function("api.put"), f -> f.memorySize(1024))'                      | ['~ api Shop/POST /orders memorySize']
        'edit(function("api.list"), f -> f.timeout("1 minute"))'                  | ['+ api Shop/GET /orders timeout']
        'edit(function("api.put"), f -> f.environment("LEVEL", "debug"))'         | ['+ api Shop/POST /orders environment.LEVEL']
        'edit(Shop, a -> a.defaults(d -> d.function(f -> f.memorySize(512))))'    | ['+ api Shop defaults.function.memorySize']
        'edit(Shop, a -> a.route("GET /x", "src/x.main"))'                        | ['+ api Shop/GET /x']
        'data.bucket("Files", b -> b.name("files"))'                              | ['+ data Files']
        'stack("web", s -> { s.bucket("Site"); s.output("Name", Orders.getTableName()); });' | ['+ web stack web', '+ web Site']
    }

    def 'an error leaves the model as it was: #line'() {
        when:
        run(line)

        then:
        thrown(kind)
        app.pending().empty
        app.edits().empty

        where:
        line                                                        | kind
        'data.bucket("Files"); int x = 1 / 0;'                      | ArithmeticException
        'data.bucket("Files", b -> b.nam("x"))'                     | UserError
        'data.bucket("Files"); nowhere();'                          | UserError
        'edit(function("api.put"), f -> f.memorySize("much"))'      | UserError
    }

    def '`#line` says #expected at column #column'() {
        when:
        run(line)

        then:
        def error = thrown(UserError)
        with(error.diagnostics()[0]) {
            summary() == expected
            hint() == advice
            at().column() == column
        }

        where:
        line                                                  | column | expected                     | advice
        'edit(function("api.put"), f -> f.memry(1))'          | 34     | "function has no 'memry'"    | "did you mean 'memorySize'?"
        'Orders.getTablName()'                                | 8      | "table has no 'getTablName'" | "did you mean 'getTableName'?"
        'int n = "x";'                                        | 9      | 'incompatible types: java.lang.String cannot be converted to int' | ''
    }

    def 'a memory of edits serves both languages'() {
        given:
        run('edit(function("api.put"), f -> f.memorySize(1024))')

        when:
        groovy.run('api.put.timeout = "9 seconds"')

        then:
        app.edits()*.language() == ['java', 'groovy']
        app.pending().size() == 2

        when:
        app.undo()
        app.undo()

        then:
        app.pending().empty
        shown('function("api.put").values().get("memorySize").toString()') == '512 MB'
    }

    def 'variables of one language are those of the other'() {
        when:
        run('int x = 20;')
        groovy.run('y = x + 1')

        then:
        shown('x + y') == 41

        when:
        groovy.run('x = 5')
        run('var list = new ArrayList<String>(); list.add("one");')

        then:
        shown('x + 1') == 6
        value('list') == ['one']
    }

    def 'what a line declares stays, and a redefinition is told in words'() {
        when:
        lines.each { run(it) }

        then:
        said == expected

        where:
        lines                                                              | expected
        ['int twice(int n) { return 2 * n; }', 'int n = twice(2);']        | []
        ['int f() { return 1; }', 'int f() { return 2; }']                 | ['f() is declared anew']
        ['int f() { return g(); }', 'int g() { return 1; }']               | ['f() waits for method g()', 'f() can be used now']
        ['record A(int x) {}', 'A a = new A(1);', 'record A(String y) {}'] | ['A is declared anew', 'a lost its value: A is declared anew']
    }

    def 'a line needs no semicolon: #line'() {
        when:
        run(line)

        then:
        shown(name) == value

        where:
        line                          | name | value
        'var m = Map.of("a", 1)'      | 'm'  | [a: 1]
        'int k = 7; int l = k + 1'    | 'l'  | 8
        'import java.time.*; var d = Period.ofDays(1).getDays()' | 'd' | 1
    }

    def 'a method that waits for another declaration says so when it is called'() {
        given:
        run('int sq(int n) { return n * k; }')

        when:
        run('sq(3)')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == 'this needs what is not declared: variable k'

        when:
        run('int k = 7')

        then:
        shown('sq(3)') == 21
    }

    def 'System.exit ends the line alone'() {
        when:
        run('System.exit(3)')

        then:
        def exit = thrown(ExitRequest)
        exit.status() == 3
        shown('1 + 1') == 2
    }

    def 'an endless `#loop` ends when its thread is interrupted'() {
        given:
        Throwable ended = null
        def begun = new CountDownLatch(1)
        groovy.run('begun = null')
        names.own().begun = begun
        def started = new Thread({
            try {
                run("begun.countDown(); $loop")
            } catch (Throwable thrown) {
                ended = thrown
            }
        })

        when:
        started.start()
        assert begun.await(60, TimeUnit.SECONDS)
        started.interrupt()
        started.join(60_000)

        then:
        ended instanceof InterruptedException
        shown('1 + 1') == 2

        where:
        loop << ['while (true) { }', 'for (int i = 0; ; i++) { if (i < 0) break; }', 'java.util.stream.Stream.generate(() -> 1).forEach(x -> {});']
    }

    def 'what a line prints goes where values go'() {
        when:
        run('System.out.println("hello"); println("there");')

        then:
        printed.toString().readLines() == ['hello', 'there']
    }

    def 'an entry goes on while a bracket is open'() {
        expect:
        java.isOpen(entry) == open

        where:
        entry                        | open
        'stack("x", s -> {'          | true
        'stack("x", s -> { });'      | false
        '1 + 1'                      | false
        'int f() {'                  | true
    }

    def '`#before` can go on with #expected'() {
        expect:
        java.proposals(before)*.text().containsAll(expected)

        where:
        before                                     | expected
        'Or'                                       | ['Orders']
        'Orders.getTable'                          | ['getTableName()', 'getTableArn()']
        'stack("x", s -> s.bu'                     | ['bucket(']
        'edit(Shop, a -> a.rou'                    | ['route(', 'routes(']
        'edit(function("api.put"), f -> f.memorySi' | ['memorySize(']
    }

    def 'a forgotten session begins anew with the names of the app'() {
        given:
        run('int x = 1;')

        when:
        names.own().clear()
        java.forget()
        run('x + 1')

        then:
        thrown(UserError)
        shown('Orders.getId()') == 'Orders'
    }

    @Override
    Transaction run(String line) {
        java.run(line)
    }

    private Object shown(String line) {
        run(line).value()
    }

    @Override
    Object value(String line) {
        groovy.run(line).value()
    }
}
