package sst.dsl

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.app.StageContext

class AppAloneSpec extends Specification {

    @TempDir
    Path root

    def printed = new StringWriter()

    def 'the app block is the same with what stacks say and without: #file'() {
        given:
        Files.writeString(root.resolve(file), config)
        Files.writeString(root.resolve('more.groovy'), "stack('more') { secret 'KEY' }")

        when:
        def alone = ConfigEvaluator.app(request(file))
        def whole = ConfigEvaluator.evaluate(request(file)).orThrow()

        then:
        alone.get() == whole.props()
        alone.get().name() == 'notes'

        where:
        file                | config
        'sst.config.groovy' | SstConfig.GROOVY
        'sst.config.jsh'    | SstConfig.JAVA
    }

    def 'what is wrong in a stack does not keep the app block back'() {
        expect:
        app("app { name 'x' }\nstack('s') { function('F') { handlr 'a.b' } }").get().name() == 'x'
    }

    def 'top-level prints are heard once, those of stacks not at all'() {
        when:
        app("println 'top'\napp { name 'x' }\nstack('s') { println 'inside' }")

        then:
        printed.toString().readLines() == ['top']
    }

    def 'a config that is wrong, or that needs its stacks, is left to an evaluation of the whole, and prints nothing: #text'() {
        expect:
        app(text).empty
        printed.toString() == ''

        where:
        text << ["println 'top'\nstack('s') { }",
                 "println 'top'\napp { nam 'x' }",
                 "println 'top'\napp { name '3' }",
                 "println 'top'\napp { name 'x' ",
                 "println 'top'\ndef t\napp { name 'x' }\nstack('s') { t = table('T') { fields id: 'string'; primaryIndex partitionKey: 'id' } }\nprintln t.id()",
                 "println 'top'\ndef t\napp { name 'x' }\nstack('s') { t = secret('K') }\nassert t != null"]
    }

    def 'a folder without a config has no app block'() {
        expect:
        ConfigEvaluator.app(request('sst.config.groovy')).empty
    }

    private Optional app(String text) {
        Files.writeString(root.resolve('sst.config.groovy'), text)
        ConfigEvaluator.app(request('sst.config.groovy'))
    }

    private ConfigRequest request(String file) {
        def context = new StageContext('dev', [:], '', false)
        new ConfigRequest(root, file, context, root.resolve('.sst/cache'), new PrintWriter(printed, true))
    }

    static class SstConfig {
        static final String GROOVY = '''\
            app { name 'notes'; cloud 'local'; region 'eu-west-1'; tags team: 'web'; defaults { function { timeout '5 seconds' } } }
            stack('data') { table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' } }
            stack('api') { function('F') { handler 'a.b'; bind use('data').Notes } }
            include 'more.groovy'
            if (stage == 'dev') { app { protect true } }
        '''.stripIndent()
        static final String JAVA = '''\
            app(a -> a.name("notes").cloud("local").region("eu-west-1"));
            Table notes;
            stack("data", s -> {
                notes = s.table("Notes", t -> t.field("id", "string").primaryIndex(i -> i.partitionKey("id")));
            });
            stack("api", s -> s.output("Stage", stage()));
        '''.stripIndent()
    }
}
