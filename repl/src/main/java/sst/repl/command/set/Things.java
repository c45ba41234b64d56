package sst.repl.command.set;

import java.util.List;
import java.util.Objects;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.repl.lang.LiveNames;
import sst.repl.view.ConstructView;
import sst.repl.view.StackView;
import sst.runner.failure.Problems;

/** Finds what a command's word names: {@code api}, {@code api.Api}, {@code Api/GET /notes}. */
final class Things {
    private final LiveNames names;

    Things(LiveNames names) {
        this.names = names;
    }

    Object find(String text) {
        String[] parts = text.split("[./]", 2);
        if (!names.hasVariable(parts[0])) {
            List<String> known =
                    names.getVariables().keySet().stream().map(String::valueOf).toList();
            throw Problems.of(Code.USAGE, "nothing is called '" + parts[0] + "'")
                    .hint(Suggestion.hint(parts[0], known))
                    .subject(parts[0])
                    .asError();
        }
        Object found = Objects.requireNonNullElse(names.getVariable(parts[0]), "null");
        return parts.length == 1 ? found : below(found, parts[1]);
    }

    private Object below(Object owner, String rest) {
        Object found;
        if (owner instanceof StackView stack) {
            String[] parts = rest.split("[./]", 2);
            found = stack.getProperty(parts[0]);
            if (found != null) {
                return parts.length == 1 ? found : below(found, parts[1]);
            }
        }
        found = owner instanceof ConstructView construct ? construct.getProperty(rest) : null;
        if (found == null) {
            throw Problems.of(Code.USAGE, "nothing is called '" + rest + "' in " + owner)
                    .subject(rest)
                    .asError();
        }
        return found;
    }
}
