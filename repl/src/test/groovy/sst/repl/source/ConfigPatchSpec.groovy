package sst.repl.source

import sst.model.diagnostic.UserError
import sst.repl.lang.LiveSpecification
import sst.runner.ui.Style

import java.nio.file.Files

class ConfigPatchSpec extends LiveSpecification {

    def '`#line` is saved as `#saved`'() {
        given:
        run(line)

        when:
        def edits = new ConfigPatch(app).edits()

        then: 'one place changes and every other line stays byte for byte'
        edits.size() == 1
        added(edits[0]) == saved
        removed(edits[0]) == gone

        where:
        line                                     | gone                                                                    | saved
        'api.put.memorySize = 1024'              | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB' }"]     | ["post('/orders') { handler 'src/put.main'; memorySize '1024 MB' }"]
        'api.put.timeout = 60'                   | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB' }"]     | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB'; timeout '1 minute' }"]
        'api.list.memory = 256'                  | ["get  '/orders', 'src/list.main'"]                                     | ["get  '/orders', handler: 'src/list.main', memorySize: '256 MB'"]
        'shop.defaults.function.memorySize = 2048' | ['defaults { function { bind data.Orders } }']                        | ["defaults { function { bind data.Orders; memorySize '2048 MB' } }"]
        'shop.put.environment LEVEL: "debug"'    | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB' }"]     | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB'; environment { LEVEL 'debug' } }"]
        'orders.timeToLiveAttribute = "until"'   | []                                                                      | ["timeToLiveAttribute 'until'"]
        'data.bucket("Files") { name "files" }'  | []                                                                      | ["bucket('Files') {", "name 'files'", '}']
        'shop.addRoutes "GET /x": "src/x.main"'  | []                                                                      | ["get '/x', 'src/x.main'"]
        'api.put.permissions "s3"; api.put.permissions "sqs:SendMessage"' | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB' }"] | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB'; permissions 's3', 'sqs:SendMessage' }"]
        'api.put.environment TABLE: Orders.tableName' | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB' }"] | ["post('/orders') { handler 'src/put.main'; memorySize '512 MB'; environment { TABLE use('data').Orders.tableName } }"]
        'api.function("F") { handler "src/f.main"; bind Orders }' | [] | ["function('F') {", "handler 'src/f.main'", "bind use('data').Orders", '}']
        'shop.bind orders'                       | []                                                                      | ["use('api').Shop.bind(use('data').Orders)"]
        'api.defaults.function.timeout = 30'     | []                                                                      | ["defaults { function { timeout '30 seconds' } }"]
        'stack("web") { bucket("Site"); outputs Name: Orders.tableName }' | []                                             | ['', "stack('web') {", "bucket('Site')", "outputs Name: use('data').Orders.tableName", '}']
    }

    def 'comments and layout stay'() {
        given:
        app.close()
        write('''\
            // our shop
            app { name 'shop'; cloud 'local' }   // local

            stack('api') {
                function('Odd') {        // keep me
                    handler    'src/odd.main'
                    memorySize '512 MB'  // was 1 GB
                    timeout    = '20 seconds'
                }
            }
            '''.stripIndent())
        open()
        run('odd.memorySize = 256; odd.timeout = 5; odd.description = "it is"')

        when:
        new ConfigPatch(app).edits().each { it.write(folder) }

        then:
        Files.readString(folder.resolve('sst.config.groovy')) == '''\
            // our shop
            app { name 'shop'; cloud 'local' }   // local

            stack('api') {
                function('Odd') {        // keep me
                    handler    'src/odd.main'
                    memorySize '256 MB'  // was 1 GB
                    timeout    = '5 seconds'
                    description 'it is'
                }
            }
            '''.stripIndent()
    }

    def 'a saved session has nothing pending'() {
        given:
        run('api.put.memorySize = 1024')
        run('data.bucket("Files")')

        when:
        new ConfigPatch(app).edits().each { it.write(folder) }
        app.reload { }

        then:
        app.pending().empty
        app.model().stack('data').get().constructs()*.id()*.id() == ['Orders', 'Files']
    }

    def 'what would not mean the same is refused and the file stays'() {
        given:
        run('data.cdk { it }')
        def before = Files.readString(folder.resolve('sst.config.groovy'))

        when:
        new ConfigPatch(app).edits()

        then:
        thrown(UserError)
        Files.readString(folder.resolve('sst.config.groovy')) == before
    }

    def 'an edit whose new text would not evaluate is refused in words'() {
        given:
        run('api.queue("Late"); api.put.environment LATE: Late.queueUrl')

        when: 'the queue is written at the end of the stack'
        new ConfigPatch(app).edits()

        then:
        def error = thrown(UserError)
        error.diagnostics()[0].summary().startsWith('the edits cannot be written back')
    }

    private static List<String> added(FileEdit edit) {
        marked(edit, '+ ')
    }

    private static List<String> removed(FileEdit edit) {
        marked(edit, '- ')
    }

    private static List<String> marked(FileEdit edit, String mark) {
        edit.hunk(new Style(false)).findAll { it.startsWith(mark) }*.substring(2)*.strip()
    }
}
