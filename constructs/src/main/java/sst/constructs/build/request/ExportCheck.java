package sst.constructs.build.request;

import java.util.List;
import java.util.function.UnaryOperator;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;

/**
 * Finds out before a deploy that a handler names what is not there.
 *
 * @param file where it should be, as the user knows it
 * @param exports what is there; empty when that is not known
 */
public record ExportCheck(String file, List<String> exports) {
    private static final int SHOWN = 12;

    /**
     * Passes when the name is there, or what is there is not known.
     *
     * @param handlerOf makes the handler that the user would write for a name
     */
    public void require(String name, UnaryOperator<String> handlerOf) {
        if (exports.isEmpty() || exports.contains(name)) {
            return;
        }
        String known = String.join(", ", exports.subList(0, Math.min(SHOWN, exports.size())));
        String hint = Suggestion.nearest(name, exports)
                .map(near -> "did you mean '" + handlerOf.apply(near) + "'?")
                .orElse("it has " + known);
        throw Errors.of(Code.INVALID_VALUE, file + " has no '" + name + "' for handler '" + handlerOf.apply(name) + "'")
                .hint(hint)
                .subject(handlerOf.apply(name))
                .asError();
    }
}
