package sst.repl.lang

import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.Diagnostic
import sst.repl.session.LiveApp
import sst.repl.session.Transaction
import sst.repl.view.Deeds
import sst.repl.view.Views
import sst.runner.app.AppSetting
import sst.runner.app.ConfigApp
import sst.runner.app.Lookups
import sst.runner.app.ReadyAssembly
import sst.runner.stage.ProjectFolder
import sst.runner.stage.StageName

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock

/** A live app in a temporary folder, and lines run against it. */
abstract class LiveSpecification extends Specification {

    static final CONFIG = '''\
        app { name 'shop'; cloud 'local' }

        stack('data') {
            table('Orders') {
                fields id: 'string'
                primaryIndex partitionKey: 'id'
            }
        }

        stack('api') {
            def data = use('data')
            api('Shop') {
                defaults { function { bind data.Orders } }
                routes {
                    get  '/orders', 'src/list.main'
                    post('/orders') { handler 'src/put.main'; memorySize '512 MB' }
                }
            }
        }
        '''.stripIndent()

    @TempDir
    Path folder

    LiveApp app
    Views views
    LiveNames names
    GroovySession groovy
    StringWriter printed = new StringWriter()

    def setup() {
        write(CONFIG)
        open()
    }

    def cleanup() {
        app.close()
    }

    void write(String config) {
        Files.writeString(folder.resolve('sst.config.groovy'), config)
    }

    AppSetting setting() {
        def quiet = new ConfigApp.Listener() {

            @Override
            void found(Diagnostic diagnostic) {
                throw new AssertionError(diagnostic as Object)
            }

            @Override
            void note(String line) {
            }

            @Override
            void warn(String line) {
            }
        }
        def prints = new PrintWriter(printed, true)
        def surroundings = new ConfigApp.Surroundings(folder, folder, Clock.systemUTC(), prints, quiet,
                { app, question -> throw new AssertionError((Object) question.key()) } as Lookups)
        def choices = new ReadyAssembly.Choices(null, null, null, null, [:])
        new AppSetting(new ProjectFolder(folder), new StageName('dev'), choices, surroundings)
    }

    void open() {
        app = LiveApp.open(setting())
        views = new Views(Deeds.NONE)
        names = new LiveNames({ app.builder() }, views)
        groovy = new GroovySession({ app }, views, names, new PrintWriter(printed, true))
    }

    Transaction run(String line) {
        groovy.run(line)
    }

    Object value(String line) {
        run(line).value()
    }

    List<String> pending() {
        app.pending().collect { "${it.mark()} ${it.stack()} ${it.what()} ${it.prop()}".toString().strip() }
    }
}
