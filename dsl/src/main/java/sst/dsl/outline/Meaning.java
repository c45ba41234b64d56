package sst.dsl.outline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sst.dsl.outline.Term.Kind;
import sst.model.app.StageContext;
import sst.model.schema.Block;
import sst.model.schema.written.Body;

/** What terms mean in a stage, as Groovy would say. */
final class Meaning {
    private final StageContext stage;

    Meaning(StageContext stage) {
        this.stage = stage;
    }

    /** Runs the lines of a body, or the entries of a map, against a block. */
    void fill(Block<?> block, Term body) {
        for (Term line : body.parts()) {
            Object value = of(line.part(0));
            if (value == null) {
                throw new OnlyByRunning();
            } else if (line.kind() == Kind.ASSIGNMENT) {
                block.set(line.text(), value);
            } else {
                block.add(line.text(), value);
            }
        }
    }

    String text(Term term) {
        if (of(term) instanceof String text) {
            return text;
        }
        throw new OnlyByRunning();
    }

    @Nullable
    Object of(Term term) {
        return switch (term.kind()) {
            case TEXT -> term.text();
            case NUMBER -> Integer.valueOf(term.text());
            case NULL -> null;
            case STAGE -> stage.stage();
            case ENVIRONMENT -> stage.env().get(term.text());
            case TRUE, FALSE, IS_DEV, EQUAL, NOT, AND, OR, AMONG -> isTrue(term);
            case CHOICE -> of(term.part(isTrue(term.part(0)) ? 1 : 2));
            case ELVIS -> of(term.part(isTrue(term.part(0)) ? 0 : 1));
            case JOINED -> term.parts().stream().map(this::piece).collect(Collectors.joining());
            case LIST -> present(term.parts());
            case MAP -> map(term);
            case BODY -> (Body) block -> fill(asBlock(block), term);
            case CALL, ASSIGNMENT, APP, INCLUDE -> throw new IllegalStateException(term.kind() + " is no value");
        };
    }

    private boolean isTrue(Term term) {
        return switch (term.kind()) {
            case IS_DEV -> stage.isDev();
            case EQUAL -> isSame(of(term.part(0)), of(term.part(1)));
            case NOT -> !isTrue(term.part(0));
            case AND -> isTrue(term.part(0)) && isTrue(term.part(1));
            case OR -> isTrue(term.part(0)) || isTrue(term.part(1));
            case AMONG -> term.part(1).parts().stream().anyMatch(each -> isSame(of(each), of(term.part(0))));
            case TRUE -> true;
            case FALSE, NULL -> false;
            case TEXT, STAGE, ENVIRONMENT, JOINED, CHOICE, ELVIS -> isTruth(of(term));
            default -> throw new OnlyByRunning();
        };
    }

    private static boolean isTruth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value == null || value instanceof String) {
            return value != null && !value.equals("");
        }
        throw new OnlyByRunning();
    }

    /** Groovy has rules of its own for numbers beside text. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        boolean isPlain = (one == null || one instanceof String || one instanceof Boolean)
                && (other == null || other instanceof String || other instanceof Boolean);
        if (!isPlain) {
            throw new OnlyByRunning();
        }
        return Objects.equals(one, other);
    }

    private String piece(Term term) {
        Object value = of(term);
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Integer) {
            return String.valueOf(value);
        }
        throw new OnlyByRunning();
    }

    private List<Object> present(List<Term> terms) {
        return terms.stream().map(this::given).toList();
    }

    private Object given(Term term) {
        Object value = of(term);
        if (value == null) {
            throw new OnlyByRunning();
        }
        return value;
    }

    private Map<String, Object> map(Term term) {
        Map<String, Object> entries = new LinkedHashMap<>();
        term.parts().forEach(entry -> entries.put(entry.text(), given(entry.part(0))));
        return entries;
    }

    private static Block<?> asBlock(Object target) {
        if (target instanceof Block<?> block) {
            return block;
        }
        throw new OnlyByRunning();
    }
}
