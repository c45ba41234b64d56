package sst.repl.command

import spock.lang.Specification
import sst.model.diagnostic.Code
import sst.model.diagnostic.Diagnostic
import sst.model.diagnostic.SourceRef
import sst.runner.ui.Style

class LineFailureSpec extends Specification {

    def 'a message that does not fit behind its caret goes on under its first word'() {
        given:
        def error = Diagnostic.error(Code.UNKNOWN_PROPERTY, 'stack has no construct of that name').at(SourceRef.UNKNOWN).subject('nothing')
            .hint('known here: Api, create, list, get, remove, preview, statsHandler').asError()

        expect:
        lines(error, 'api.nothing', 80) == [
            '         ^ stack has no construct of that name. Known here: Api, create, list,',
            '           get, remove, preview, statsHandler']
    }

    def 'where there is little room behind the caret, the message is below it'() {
        given:
        def error = Diagnostic.error(Code.UNKNOWN_PROPERTY, 'no property memry on function').at(SourceRef.UNKNOWN).subject('memry').hint("did you mean 'memory'?").asError()

        expect:
        lines(error, 'x = 1; y = 2; z = 3; api.create.memry = 512', 60) == [
            ' ' * 37 + '^',
            "  no property memry on function. Did you mean 'memory'?"]
    }

    private static List<String> lines(Throwable error, String entry, int width) {
        new LineFailure(new Style(false), width).lines(error, entry, 'dev> '.length())
    }
}
