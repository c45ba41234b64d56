package sst.repl.session

import sst.model.diagnostic.UserError
import sst.repl.lang.LiveSpecification

class LiveAppSpec extends LiveSpecification {

    def 'undo takes one edit back at a time'() {
        given:
        run('api.put.memorySize = 1024')
        run('data.bucket("Files"); stack("web") { bucket("Site") }')

        expect:
        app.pending().size() == 4

        when:
        app.undo()

        then:
        pending() == ['~ api Shop/POST /orders memorySize']
        app.builder().stacks()*.name() == ['data', 'api']

        when:
        app.undo()

        then:
        app.pending().empty
        app.model() == app.base()
        !app.undo()
    }

    def 'an id is free again after its construct was undone'() {
        given:
        run('data.bucket("Files")')
        app.undo()

        when:
        run('data.bucket("Files")')

        then:
        pending() == ['+ data Files']
    }

    def 'a value set back to what the file says is not pending'() {
        when:
        run('api.put.memorySize = 1024')
        run('api.put.memorySize = 512')

        then:
        app.edits().size() == 2
        app.pending().empty
    }

    def 'back goes to a checkpoint and keeps what was before it'() {
        given:
        run('api.put.memorySize = 1024')
        app.checkpoint('one')
        run('api.put.timeout = 30')
        run('api.put.description = "puts"')

        when:
        def count = app.back('one')

        then:
        count == 2
        pending() == ['~ api Shop/POST /orders memorySize']

        and: 'a second time nothing is left to take back'
        app.back('one') == 0
    }

    def 'a checkpoint that nobody made is refused with the nearest name'() {
        given:
        app.checkpoint('before')

        when:
        app.back('befor')

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].hint() == "did you mean 'before'?"
    }

    def 'a variable that holds a construct still works after an undo'() {
        given:
        run('t = Orders')
        run('t.timeToLiveAttribute = "expires"')
        app.undo()

        when:
        run('t.timeToLiveAttribute = "until"')

        then:
        app.pending()*.after() == ['until']
    }

    def 'what is attached by a handle is undone too'() {
        given:
        run('def f = data.function("F") { handler "src/f.main" }')
        run('f.bind(Orders); f.addEnvironment("A", "b")')

        expect:
        app.edits().size() == 2

        when:
        app.undo()

        then:
        app.model().stack('data').get().constructs().find { it.id().id() == 'F' }.attachments().empty
    }
}
