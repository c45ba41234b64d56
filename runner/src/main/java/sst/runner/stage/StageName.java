package sst.runner.stage;

import java.util.regex.Pattern;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** A stage's name, checked: it becomes part of stack names, tags and paths. */
public record StageName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,62}");

    public StageName {
        if (!FORM.matcher(text).matches()) {
            throw Problems.of(Code.USAGE, "'" + shown(text) + "' cannot be a stage name")
                    .hint("begin with a letter; letters, digits and '-' may follow, at most 63 characters")
                    .asError();
        }
    }

    /** Whether a text could be a stage's name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 40 ? printable.substring(0, 40) + "…" : printable;
    }

    @Override
    public String toString() {
        return text;
    }
}
