package sst.repl.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two models.
 *
 * @param stack the stack's name; empty for the app itself
 * @param what the construct, with the function in it: {@code Api/POST /notes}
 * @param prop the prop below it; empty when the whole of it came or went
 * @param before null when it is new
 * @param after null when it is gone
 */
public record ModelChange(String stack, String what, String prop, @Nullable Object before, @Nullable Object after) {
    /** {@code +}, {@code -} or {@code ~}. */
    public String mark() {
        if (before == null) {
            return "+";
        }
        return after == null ? "-" : "~";
    }

    /** Whether both change the same prop, or one of them the whole that the other changes a part of. */
    boolean meets(ModelChange other) {
        if (!stack.equals(other.stack) || !what.equals(other.what) || Objects.equals(after, other.after)) {
            return false;
        }
        return prop.equals(other.prop)
                || prop.isEmpty()
                || other.prop.isEmpty()
                || prop.startsWith(other.prop + ".")
                || other.prop.startsWith(prop + ".");
    }

    /** Whether it is about that stack, construct, or something in it. */
    public boolean isOf(String name) {
        return stack.equals(name) || what.equals(name) || what.startsWith(name + "/") || what.endsWith("/" + name);
    }
}
