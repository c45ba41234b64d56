package sst.model.function.build;

import java.util.function.Consumer;
import java.util.function.Function;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.value.CdkHook;

/** One thing that runs before or after a build. */
@Coerced(accepts = {String.class, Function.class})
public sealed interface BuildHook {
    /** A line for the shell, run in the app's folder. */
    record Command(String line) implements BuildHook {}

    /** A closure that gets the {@link BuildStep}. */
    record Closure(CdkHook hook) implements BuildHook {}

    /** A command or a closure. */
    static PropType<BuildHook> type() {
        return new PropType<>() {
            @Override
            public String description() {
                return "a shell command or a closure";
            }

            @Override
            public BuildHook coerce(Object raw) {
                if (raw instanceof BuildHook hook) {
                    return hook;
                }
                if (raw instanceof CharSequence line) {
                    return new Command(line.toString());
                }
                if (raw instanceof Function || raw instanceof Consumer) {
                    return new Closure(CdkHook.from(raw));
                }
                throw mismatch(raw);
            }
        };
    }
}
