package sst.model.function;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Shown;

/** A function as other constructs name it: a handler, props, or a function made elsewhere. */
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public sealed interface FunctionDefinition {
    /**
     * A function that the construct makes.
     *
     * @param props its own props, without defaults
     * @param at the line that names it, such as that of a route
     */
    record Inline(FunctionProps props, SourceRef at) implements FunctionDefinition {}

    /** A function that is there already. */
    record Existing(ConstructId function) implements FunctionDefinition {}

    /** A handler text, a function's handle, or props. */
    static PropType<FunctionDefinition> type() {
        return new DefinitionType();
    }

    /** The forms of a function definition. */
    final class DefinitionType implements PropType<FunctionDefinition> {
        @Override
        public String description() {
            return "a handler such as 'src/list.main', a function, or a block of function props";
        }

        @Override
        public FunctionDefinition coerce(Object raw) {
            if (raw instanceof FunctionDefinition definition) {
                return definition;
            }
            if (raw instanceof Function function) {
                return new Existing(function.constructId());
            }
            if (raw instanceof CharSequence handler) {
                return new Inline(FunctionBlock.SCHEMA.read(Map.of("handler", handler)), SourceRef.ofCaller());
            }
            if (raw instanceof Map
                    || raw instanceof Consumer
                    || raw instanceof FunctionProps
                    || raw instanceof FunctionBlock) {
                return new Inline(FunctionBlock.SCHEMA.read(raw), SourceRef.ofCaller());
            }
            throw new Mismatch("expected " + description() + ", got " + Shown.of(raw), "");
        }

        @Override
        public Optional<BlockSchema<?>> block() {
            return Optional.of(FunctionBlock.SCHEMA);
        }
    }
}
