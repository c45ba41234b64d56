package sst.runner.ui

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic
import sst.model.diagnostic.SourceRef

class DiagnosticTextSpec extends Specification {
    @TempDir
    Path folder

    def "the caret stands under #marked"() {
        given:
        Files.writeString(folder.resolve('sst.config.groovy'), line)
        def diagnostic = Diagnostic.error(Code.DUPLICATE_ID, 'twice').subject(subject).at(new SourceRef('sst.config.groovy', 1, column))

        when:
        def shown = new DiagnosticText(folder, new Style(false)).lines(diagnostic)

        then:
        shown[2..3] == ["    1 | $line", "      | ${' ' * line.indexOf(marked)}${'^' * marked.length()}"]

        where:
        line                         | subject  | column | marked
        "    get '/x', 'src/a.main'" | "/x"     | 5      | "/x"
        "    get '/x', 'src/a.main'" | "GET /x" | 5      | "get"
        "  cron 'C'"               | ""       | 3      | "c"
    }
}
