package sst.acceptance.documents

import spock.lang.Specification
import spock.lang.TempDir
import sst.acceptance.harness.Repository
import sst.dsl.ConfigEvaluator
import sst.dsl.ConfigRequest
import sst.model.app.StageContext

import java.nio.file.Files
import java.nio.file.Path

/** What the documents show is what the product takes. */
class SnippetsSpec extends Specification {

    @TempDir
    Path folder

    def 'the config at #snippet evaluates in stage #stage'() {
        given:
        Files.writeString(folder.resolve('sst.config.groovy'), whole(snippet.text))
        def context = new StageContext(stage, [:], '', false)

        expect:
        evaluate(folder, context) == []

        where:
        [snippet, stage] << [Documents.snippets('groovy'), ['dev', 'prod']].combinations()
    }

    def 'the config in Java at #snippet evaluates'() {
        given:
        Files.writeString(folder.resolve('sst.config.jsh'), snippet.text)

        expect:
        evaluate(folder, new StageContext('dev', [:], '', false), 'sst.config.jsh') == []

        where:
        snippet << Documents.snippets('java').findAll { it.text.contains('app(') }
    }

    def 'the example #config.parent.fileName evaluates'() {
        expect:
        evaluate(config.parent, new StageContext('dev', [:], '', false), config.fileName.toString()) == []

        where:
        config << Files.walk(Repository.file('examples'), 2).withCloseable { walk ->
            walk.filter { it.fileName.toString() in ['sst.config.groovy', 'sst.config.jsh'] }.toList()
        }
    }

    private List<String> evaluate(Path project, StageContext context, String file = 'sst.config.groovy') {
        def request = new ConfigRequest(
            project, file, context, folder.resolve('cache'), new PrintWriter(new StringWriter()))
        ConfigEvaluator.evaluate(request).diagnostics()*.toString()
    }

    /** A fragment of a stack is shown without the app and the stack around it. */
    private static String whole(String snippet) {
        snippet.contains('app {') ? snippet : "app { name 'documents' }\nstack('snippet') {\n$snippet\n}\n"
    }
}
