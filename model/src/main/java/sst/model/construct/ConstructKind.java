package sst.model.construct;

import java.util.List;
import java.util.function.BiFunction;
import sst.model.schema.Block;
import sst.model.schema.BlockSchema;

/**
 * A construct that stacks can make; one constant each is generated.
 *
 * @param method the stack's method, such as {@code table}
 * @param type SST's class name, such as {@code Table}
 * @param synonyms other names of the method
 * @param schema its props
 * @param factory makes the handle
 */
public record ConstructKind<R extends Record, H extends ConstructHandle<R>>(
        String method,
        String type,
        List<String> synonyms,
        BlockSchema<R> schema,
        BiFunction<ConstructScope, Block<R>, H> factory) {

    /** A handle over a block that is filled from a map or a body. */
    public H make(ConstructScope scope, Object props) {
        Block<R> block = schema.newBlock();
        block.label(method + " '" + scope.id().id() + "'");
        block.fill(props);
        return factory.apply(scope, block);
    }
}
