package sst.repl.complete

import sst.repl.command.Command
import sst.repl.command.Commands
import sst.repl.lang.LiveSpecification
import sst.repl.view.Deeds

import java.nio.file.Files

class CompletionsSpec extends LiveSpecification {

    Completions completions

    def setup() {
        def nothing = { } as Command.Action
        def commands = new Commands([{
            [
                new Command('deploy', '[STACK…]', 'bring it there', Command.Takes.PLANS, nothing),
                new Command('diff', '[STACK]', 'say what would happen', Command.Takes.THINGS, nothing),
                new Command('stage', 'NAME', 'go there', Command.Takes.STAGES, nothing),
                new Command('record', 'FILE', 'write down', Command.Takes.FILES, nothing),
                new Command('logs', 'FUNCTION', 'show a log', Command.Takes.FUNCTIONS, nothing),
            ]
        } as Command.Group])
        def sources = new Completions.Sources({ app }, names, Deeds.NONE, new Completions.Running({ ['plan-1'] }, { [] }))
        completions = new Completions(commands, sources)
        Files.createDirectories(folder.resolve('.sst/assembly/qa'))
        Files.writeString(Files.createDirectories(folder.resolve('out')).resolve('session.md'), '')
    }

    def '`#before` can go on with #expected'() {
        expect:
        completions.at(before)*.text().containsAll(expected)

        where:
        before                                        | expected
        '/d'                                          | ['/deploy', '/diff']
        '/deploy '                                    | ['plan-1', 'data', 'api']
        '/diff S'                                     | ['Shop']
        '/stage q'                                    | ['qa']
        '/record o'                                   | ['out/']
        '/record out/s'                               | ['out/session.md']
        '/logs '                                      | ['api.put', 'api.list']
        'Or'                                          | ['Orders']
        'st'                                          | ['stack', 'stage']
        'api.'                                        | ['shop', 'put', 'list', 'defaults', 'bucket', 'table']
        'api.put.mem'                                 | ['memorySize']
        'Shop.defaults.function.time'                 | ['timeout']
        "Shop['POST /orders'].env"                    | ['environment']
        'Orders.tableN'                               | ['tableName']
        "api.put.runtime = '"                         | ['nodejs22.x', 'java21']
        "api.put.runtime = 'java"                     | ['java21']
        "data.bucket('Files') { bl"                   | ['blockPublicACLs']
        "stack('web') { buck"                         | ['bucket']
        "stack('web') { function('F') { memo"         | ['memorySize']
        "stack('web') { function('F') { runtime 'no"  | ['nodejs22.x']
        '?Sho'                                        | ['Shop']
    }

    def 'nothing is offered where nothing fits, and nothing of the user\'s runs to find out'() {
        expect:
        completions.at(before).empty

        where:
        before << ['nowhere.', 'api.put.xyz', '/nothing ', 'println(1).']
    }

    def 'a proposal says what it is'() {
        expect:
        with(completions.at('api.put.memorySi')[0]) {
            group() == 'props'
            doc() == 'Memory, and CPU in proportion: 128 MB to 10240 MB. (1024 MB)'
        }
    }

    def 'a variable is offered with its type'() {
        when:
        run('answer = 42')

        then:
        with(completions.at('ans')[0]) {
            text() == 'answer'
            group() == 'variables'
            doc() == 'Integer'
        }
    }
}
