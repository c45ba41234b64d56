package sst.model.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sst.model.schema.written.Body;

/**
 * A block that takes the props of several records: what stands in {@code get('/notes') { … }} may be a function's props
 * or those of the route around it, and only the whole shows which.
 */
public final class OpenBlock extends Block<OpenBlock.Written> {
    /**
     * What was written.
     *
     * @param values by prop, as far as they are set
     */
    public record Written(Map<String, Object> values) {}

    private OpenBlock(BlockSchema<Written> schema) {
        super(schema);
    }

    /**
     * The props that a body sets, as a map.
     *
     * @param label how messages name the block
     * @param schemas what may stand in it; of props with the same name the first counts
     */
    public static Map<String, Object> read(Body body, String label, List<BlockSchema<?>> schemas) {
        OpenBlock block = new OpenBlock(schema(label, schemas));
        body.accept(block);
        return block.partial().values();
    }

    /** What may stand in such a block. */
    public static BlockSchema<Written> schema(String label, List<BlockSchema<?>> schemas) {
        List<PropSchema> props = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (BlockSchema<?> schema : schemas) {
            schema.props().stream().filter(prop -> names.add(prop.name())).forEach(props::add);
        }
        return new BlockSchema<>(label, "", props, () -> new OpenBlock(schema(label, schemas)));
    }

    @Override
    protected Written make(PropValues values) {
        Map<String, Object> set = new LinkedHashMap<>();
        for (String name : schema().names()) {
            Object value = values.get(name);
            if (value != null) {
                set.put(name, value);
            }
        }
        return new Written(set);
    }

    @Override
    protected Map<String, Object> read(Written written) {
        return written.values();
    }
}
