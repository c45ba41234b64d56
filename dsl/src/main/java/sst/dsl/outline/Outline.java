package sst.dsl.outline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import sst.model.app.build.AppBuilder;

/** What a config file says of the app: its app blocks and the files that it includes, in their order. */
public final class Outline {
    private final List<Term> steps;

    Outline(List<Term> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Reads what {@link #write} wrote. */
    public static Outline read(DataInput in) throws IOException {
        return new Outline(Term.readAll(in));
    }

    /** Writes it to be kept. */
    public void write(DataOutput out) throws IOException {
        Term.writeAll(out, steps);
    }

    /**
     * Writes it into an app.
     *
     * @param include writes the files that a path or pattern names; false when it cannot
     * @return false when the file must be run instead; the app is then half written
     * @throws sst.model.diagnostic.UserError when a prop refuses its value
     */
    public boolean fill(AppBuilder app, Predicate<String> include) {
        Meaning meaning = new Meaning(app.context());
        try {
            for (Term step : steps) {
                if (step.kind() == Term.Kind.APP) {
                    app.app(block -> meaning.fill(block, step.part(0)));
                } else if (!include.test(meaning.text(step.part(0)))) {
                    return false;
                }
            }
            return true;
        } catch (OnlyByRunning unforeseen) {
            return false;
        }
    }
}
