package sst.model.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.declare.Coerced;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/**
 * A resource that a function may see and use.
 *
 * @param target the resource
 * @param access how much of it
 * @param statements the grants in place of the usual ones; empty for those of {@code access}
 * @param at the line that says so; two bindings are equal wherever they are written
 */
@Coerced(accepts = Bindable.class)
public record Binding(ConstructId target, Access access, List<Statement> statements, SourceRef at) {
    private static final PropType<Access> ACCESS = PropTypes.choice(Access.class);

    public Binding {
        statements = List.copyOf(statements);
    }

    private static Binding of(Bindable bindable, Access access, List<Statement> statements) {
        return new Binding(bindable.constructId(), access, statements, SourceRef.ofCaller());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binding binding
                && binding.target.equals(target)
                && binding.access == access
                && binding.statements.equals(statements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, access, statements);
    }

    /** A construct; {@code [construct, 'read']}; or {@code [resource: construct, permissions: [statements]]}. */
    public static PropType<Binding> type() {
        return new BindingType();
    }

    private static final class BindingType implements PropType<Binding> {
        @Override
        public String description() {
            return "a construct that can be bound, or [construct, 'read']";
        }

        @Override
        public Binding coerce(Object raw) {
            if (raw instanceof Binding binding) {
                return binding;
            }
            if (raw instanceof Bindable bindable) {
                return of(bindable, Access.ALL, List.of());
            }
            if (raw instanceof List<?> pair && isOneValue(pair) && pair.get(0) instanceof Bindable bindable) {
                return of(bindable, ACCESS.coerce(pair.get(1)), List.of());
            }
            if (raw instanceof Map<?, ?> map && map.get("resource") instanceof Bindable bindable) {
                return of(bindable, Access.ALL, statements(map.get("permissions")));
            }
            throw new Mismatch(
                    "expected " + description() + ", got " + Shown.of(raw),
                    "keep the construct in a variable, or name it by use('stack').Id");
        }

        private static List<Statement> statements(@Nullable Object raw) {
            return raw == null
                    ? List.of()
                    : PropTypes.list(PropTypes.nested(() -> StatementBlock.SCHEMA))
                            .coerce(raw);
        }

        @Override
        public boolean isOneValue(List<?> arguments) {
            return arguments.size() == 2
                    && arguments.get(0) instanceof Bindable
                    && arguments.get(1) instanceof CharSequence;
        }
    }
}
