package sst.model.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;

/**
 * A record of props whose props have to fit together.
 *
 * @param schema its props
 * @param main the prop that a text alone sets; empty when a text will not do
 * @param rule throws a {@link sst.model.schema.written.Mismatch} for what does not fit
 */
public record CheckedType<R extends Record>(Supplier<BlockSchema<R>> schema, String main, Consumer<R> rule)
        implements PropType<R> {
    @Override
    public String description() {
        String props = PropTypes.nested(schema).description();
        return main.isEmpty() ? props : "a text, or " + props;
    }

    @Override
    public R coerce(Object raw) {
        boolean isText = raw instanceof CharSequence && !main.isEmpty();
        R read = PropTypes.nested(schema).coerce(isText ? Map.of(main, raw) : raw);
        rule.accept(read);
        return read;
    }

    @Override
    public Optional<BlockSchema<?>> block() {
        return Optional.of(schema.get());
    }
}
