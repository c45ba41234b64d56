package sst.repl.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.Block;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;

/**
 * One place in the model that can be read and set. Values in the model are immutable, so setting a place deep inside
 * makes new values all the way up to the block that holds them.
 */
sealed interface Spot {
    /** The typed value, or null when nothing was set. */
    @Nullable
    Object get();

    /** Sets it to a value in any form that the prop takes. */
    void set(Object raw);

    /** A prop of a block. */
    record InBlock(Block<?> block, String name) implements Spot {
        @Override
        public @Nullable Object get() {
            return block.valueOf(name);
        }

        @Override
        public void set(Object raw) {
            block.set(name, raw);
        }
    }

    /** All props of a block as one record. */
    record WholeBlock(Block<?> block) implements Spot {
        @Override
        public Object get() {
            return block.partial();
        }

        @Override
        public void set(Object raw) {
            block.schema().names().forEach(block::clear);
            block.fill(raw);
        }
    }

    /** The record of a schema inside a place that may wrap it, such as a function's props in a route. */
    record Inner(Spot outer, BlockSchema<?> schema) implements Spot {
        @Override
        public @Nullable Record get() {
            return Records.inside(outer.get(), type()).orElse(null);
        }

        private Class<? extends Record> type() {
            return schema.newBlock().partial().getClass();
        }

        @Override
        public void set(Object raw) {
            Record now = get();
            if (now != null && raw instanceof Record inner && outer.get() instanceof Record whole) {
                outer.set(Records.replaced(whole, inner));
            } else {
                outer.set(raw);
            }
        }
    }

    /** A prop of a record. */
    record InRecord(Inner owner, PropSchema prop) implements Spot {
        @Override
        public @Nullable Object get() {
            Record record = owner.get();
            return record == null ? null : Records.components(record).get(prop.name());
        }

        @Override
        public void set(Object raw) {
            Record record = owner.get();
            if (record == null) {
                Map<String, Object> alone = new LinkedHashMap<>();
                alone.put(prop.name(), raw);
                owner.set(alone);
            } else {
                owner.set(Records.with(record, prop.name(), prop.type().coerce(raw)));
            }
        }
    }

    /** An entry of a map. */
    record Entry(Spot map, String key) implements Spot {
        @Override
        public @Nullable Object get() {
            return map.get() instanceof Map<?, ?> all ? all.get(key) : null;
        }

        @Override
        public void set(Object raw) {
            Map<String, Object> all = new LinkedHashMap<>();
            if (map.get() instanceof Map<?, ?> now) {
                now.forEach((name, value) -> all.put(String.valueOf(name), value));
            }
            all.put(key, raw);
            map.set(all);
        }
    }
}
