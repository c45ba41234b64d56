package sst.dsl.docs

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.dsl.ConfigEvaluator
import sst.dsl.ConfigRequest
import sst.model.app.Constructs
import sst.model.app.StageContext

/** Run with -Dsst.regenerate=true to write the files anew. */
class GeneratedDocsSpec extends Specification {

    static final Path REPOSITORY = Path.of('').toAbsolutePath().parent

    @TempDir
    Path root

    def 'the page of #kind.method is what its declaration says'() {
        expect:
        isKept(REPOSITORY.resolve("docs/constructs/${kind.method()}.md"), ConstructPage.of(kind))

        where:
        kind << Constructs.all()
    }

    def 'the completion script is what the declarations say'() {
        expect:
        isKept(REPOSITORY.resolve('dsl/src/main/resources/sst.gdsl'), Gdsl.script())
    }

    def 'the example of #prop of #method is a config that evaluates'() {
        given:
        def text = """
            app { name 'x' }
            stack('s') {
                def notes = table('Notes') { fields id: 'string'; primaryIndex partitionKey: 'id' }
                ${example}
            }
        """
        Files.writeString(root.resolve('sst.config.groovy'), text)
        def request = new ConfigRequest(root, 'sst.config.groovy', new StageContext('dev', [:], '', false), root.resolve('cache'), new PrintWriter(System.err))

        expect:
        ConfigEvaluator.evaluate(request).diagnostics() == []

        where:
        [method, prop, example] << examples()
    }

    private static List<List<String>> examples() {
        Constructs.all().collectMany { kind ->
            kind.schema().props().findAll { !it.example().empty }.collect { [kind.method(), it.name(), Examples.with(kind, it.name())] } +
                [[kind.method(), 'nothing', Examples.minimal(kind)]]
        }
    }

    private static boolean isKept(Path file, String text) {
        if (Boolean.getBoolean('sst.regenerate')) {
            Files.createDirectories(file.parent)
            Files.writeString(file, text)
        }
        assert Files.isRegularFile(file): "run with -Dsst.regenerate=true to write $file.fileName"
        assert Files.readString(file) == text
        true
    }
}
