package sst.model.function;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sst.model.ref.ConstructId;
import sst.model.schema.BlockSchema;
import sst.model.schema.Coerced;
import sst.model.schema.Mismatch;
import sst.model.schema.PropType;
import sst.model.schema.Shown;

/** A function as other constructs name it: a handler, props, or a function made elsewhere. */
@Coerced(
        accepts = {String.class, Function.class},
        record = FunctionProps.class)
public sealed interface FunctionDefinition {
    /** A function that the construct makes; its handler may come from the defaults. */
    record Inline(FunctionProps props) implements FunctionDefinition {}

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
                return new Inline(FunctionBlock.SCHEMA.read(Map.of("handler", handler)));
            }
            if (raw instanceof Map
                    || raw instanceof Consumer
                    || raw instanceof FunctionProps
                    || raw instanceof FunctionBlock) {
                return new Inline(FunctionBlock.SCHEMA.read(raw));
            }
            throw new Mismatch("expected " + description() + ", got " + Shown.of(raw), "");
        }

        @Override
        public Optional<BlockSchema<?>> block() {
            return Optional.of(FunctionBlock.SCHEMA);
        }
    }
}
