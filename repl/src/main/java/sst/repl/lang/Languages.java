package sst.repl.lang;

import java.util.List;
import sst.model.diagnostic.Code;
import sst.runner.failure.Problems;

/** The languages that a session speaks, and the one that it listens to. */
public final class Languages {
    private final List<Language> all;
    private volatile Language current;

    /** @param all the first is the one to begin with */
    public Languages(List<Language> all) {
        this.all = List.copyOf(all);
        this.current = all.get(0);
    }

    /** The language of the next line. */
    public Language current() {
        return current;
    }

    /** Whether the next line is in the language that sessions begin with. */
    public boolean isUsual() {
        return current == all.get(0);
    }

    /**
     * The language of that name.
     *
     * @throws sst.model.diagnostic.UserError when there is none
     */
    public Language named(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> Problems.of(
                        Code.USAGE, "no language '" + name + "'")
                .hint("write groovy or java")
                .asError());
    }

    /** Takes the next lines in a language. */
    public void choose(String name) {
        Language next = named(name);
        if (next != current) {
            current = next;
            next.warm();
        }
    }
}
