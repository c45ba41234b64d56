package sst.model.value;

import java.util.function.Consumer;
import java.util.function.Function;
import sst.model.diagnostic.SourceRef;
import sst.model.schema.PropType;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/**
 * A closure of the config that runs when CDK runs. Two hooks are equal when they stand at one place; whether their text
 * changed, the hash of the config's files tells.
 *
 * @param at where it is written
 * @param action takes the CDK scope or object, may return one
 */
public record CdkHook(SourceRef at, Function<Object, Object> action) {
    /** A closure or a Java lambda. */
    public static PropType<CdkHook> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a closure";
            }

            @Override
            public CdkHook coerce(Object raw) {
                return from(raw);
            }
        };
    }

    /** The hook of a closure, function or consumer. */
    @SuppressWarnings("unchecked")
    public static CdkHook from(Object raw) {
        if (raw instanceof CdkHook hook) {
            return hook;
        }
        if (raw instanceof Function<?, ?> function) {
            return new CdkHook(SourceRef.ofCaller(), (Function<Object, Object>) function);
        }
        if (raw instanceof Consumer<?> consumer) {
            return new CdkHook(SourceRef.ofCaller(), given -> {
                ((Consumer<Object>) consumer).accept(given);
                return given;
            });
        }
        throw new Mismatch("expected a closure, got " + Shown.of(raw), "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CdkHook hook && hook.at.equals(at);
    }

    @Override
    public int hashCode() {
        return at.hashCode();
    }
}
