package sst.repl.lang

import java.nio.file.Files
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream

import spock.util.concurrent.PollingConditions
import sst.model.diagnostic.UserError
import sst.repl.view.ConstructView
import sst.repl.view.StackView

class GroovySessionSpec extends LiveSpecification {

    def 'every stack and construct is a variable, with or without its capital'() {
        expect:
        value('data') instanceof StackView
        value('Orders') instanceof ConstructView
        value('orders').handle().is(value('data.Orders').handle())
        value('shop.put').values().handler == 'src/put.main'
        value('api.put').key() == 'POST /orders'
        value("Shop['GET /orders'].handler") == 'src/list.main'
        value('"$stage of ${app.name}"') == 'dev of shop'
    }

    def 'what a line declares stays for the lines to come'() {
        when:
        lines.each { run(it) }

        then:
        value(last) == expected

        where:
        lines                                        | last                       | expected
        ['def x = 20', 'int y = 1']                  | 'x + y'                    | 21
        ['def twice(n) { 2 * n }']                   | 'twice(4)'                 | 8
        ['int a', 'boolean b', 'String c']           | '[a + 1, b, c]'            | [1, false, null]
        ['long a', 'double b', 'char c', 'a++']      | '[a, b, c as int]'         | [1L, 0.0d, 0]
        ['int a = 3', 'a *= 2']                      | 'a'                        | 6
        ['class Point { int x }']                    | 'new Point(x: 3).x'        | 3
        ['import java.time.Duration']                | 'Duration.ofSeconds(5).toMillis()' | 5000
        ['def (a, b) = [1, 2]']                      | 'a + b'                    | 3
        ['a = [1, 2, 3]']                            | 'a.collect { it * 2 }.sum()' | 12
    }

    def 'a function that stands alone in a prop is found, by the prop or by its short name: #line'() {
        given:
        run("data.queue('Jobs') { consumer 'src/work.main' }; data.cron 'Nightly', schedule: 'rate(1 day)', job: 'src/night.main'")

        when:
        run(line)

        then:
        app.edits().last().changes()*.toString().any { it.contains('memorySize') }
        value('Jobs.consumer.handler') == 'src/work.main'
        value('data.night.handler') == 'src/night.main'

        where:
        line << ['Jobs.consumer.memorySize = 256', 'data.work.memorySize = 256', 'Jobs.consumer.function.memorySize = 256', 'Nightly.job.memorySize = 256']
    }

    def '`#line` is pending as #changes'() {
        when:
        def done = run(line)

        then:
        !done.changes().empty
        pending() == changes

        where:
        line                                                              | changes
        'api.put.memorySize = 1024'                                       | ['~ api Shop/POST /orders memorySize']
        'shop.list.memory = 256'                                          | ['+ api Shop/GET /orders memorySize']
        'Shop.routes["GET /orders"].timeout = "1 minute"'                 | ['+ api Shop/GET /orders timeout']
        'shop.put.environment.LEVEL = "debug"'                            | ['+ api Shop/POST /orders environment.LEVEL']
        'shop.put.environment LEVEL: "debug"'                             | ['+ api Shop/POST /orders environment.LEVEL']
        'shop.defaults.function.memorySize = 512'                         | ['+ api Shop defaults.function.memorySize']
        'api.defaults.function.memorySize = 512'                          | ['+ api api defaults.memorySize']
        'api.put.link orders'                                             | ['~ api Shop/POST /orders bind']
        'shop.addRoutes "GET /x": "src/x.main"'                           | ['+ api Shop/GET /x']
        'data.bucket("Files") { name "files" }'                           | ['+ data Files']
        'stack("web") { bucket("Site"); outputs Name: Orders.tableName }' | ['+ web stack web', '+ web Site']
        'def b = data.bucket("B"); api.function("F") { handler "src/f.main"; bind b, Orders }' | ['+ data B', '+ api F']
    }

    def 'an error leaves the model as it was, whatever the line did before it'() {
        when:
        run(line)

        then:
        thrown(kind)
        app.pending().empty
        app.edits().empty

        where:
        line                                                            | kind
        'api.put.memorySize = 1024; api.put.memry = 5'                  | UserError
        'data.bucket("Files"); 1 / 0'                                   | ArithmeticException
        'data.bucket("Files") { nam "x" }'                              | UserError
        'stack("web") { table("T") {} }'                                | UserError
        'api.put.memorySize = "much"'                                   | UserError
        'shop.addRoutes "GET /orders": "src/other.main"'                | UserError
    }

    def '`#line` says #summary, #hint'() {
        when:
        run(line)

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary() == summary
        error.diagnostics()[0].hint() == hint

        where:
        line                       | summary                                  | hint
        'api.put.memry = 1'        | 'no property memry on function'          | "did you mean 'memory'?"
        'Orders.tablName'          | 'no property tablName on Table'          | "did you mean 'tableName'?"
        'ordrs'                    | "'ordrs' is not known here"              | "did you mean 'Orders'?"
        'api.puts'                 | "stack 'api' has no construct 'puts'"    | "did you mean 'put'?"
        'Orders.bnd()'             | 'no method bnd on Table'                 | "did you mean 'bind'?"
        'data = 5'                 | "'data' is stack data of the app"        | 'choose another name for a variable'
    }

    def 'a failed line can be corrected and run again under the same id'() {
        when:
        run('data.bucket("Files"); nope')

        then:
        thrown(UserError)

        when:
        run('data.bucket("Files")')

        then:
        pending() == ['+ data Files']
    }

    def 'System.exit ends the line alone'() {
        when:
        run('x = 1; System.exit(3)')

        then:
        def exit = thrown(ExitRequest)
        exit.status() == 3
        value('1 + 1') == 2
    }

    def 'an endless loop ends when its thread is interrupted'() {
        given:
        Throwable ended = null
        def started = new Thread({
            try {
                run('while (true) { }')
            } catch (Throwable thrown) {
                ended = thrown
            }
        })

        when:
        started.start()
        new PollingConditions(timeout: 20).eventually {
            assert started.stackTrace.any { it.className.startsWith('prompt') }
        }
        started.interrupt()
        started.join(20_000)

        then:
        ended instanceof InterruptedException
        value('1 + 1') == 2
    }

    def 'what a line prints goes where values go'() {
        when:
        run('println "hello"; data.bucket("B") { println "inside" }')

        then:
        printed.toString().readLines() == ['hello', 'inside']
    }

    def 'jars are taken in for the lines to come, and a line may name them itself'() {
        given:
        def jar = folder.resolve('made.jar')
        new JarOutputStream(Files.newOutputStream(jar)).withCloseable {
            it.putNextEntry(new JarEntry('greeting.txt'))
            it.write('hello'.bytes)
        }
        groovy.jars { line -> line.contains('@Grab') ? [jar] : [] }

        expect:
        value("getClass().classLoader.getResource('greeting.txt')") == null
        value("@Grab('a:b:1') import java.time.Year\nYear.of(2026).value") == 2026
        value("getClass().classLoader.getResource('greeting.txt').text") == 'hello'
        value('Year.of(2027).value') == 2027
    }
}
