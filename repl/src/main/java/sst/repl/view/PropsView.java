package sst.repl.view;

import groovy.lang.GroovyObjectSupport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.function.FunctionBlock;
import sst.model.ref.View;
import sst.model.schema.Block;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;
import sst.model.schema.written.Mismatch;

/** A block of props inside a construct, such as {@code Api.defaults.function}, as the prompt reads and sets it. */
public class PropsView extends GroovyObjectSupport implements View {
    private final Views views;
    private final String path;
    private final BlockSchema<?> schema;
    private final Spot.Inner spot;

    PropsView(Views views, String path, BlockSchema<?> schema, Spot spot) {
        this.views = views;
        this.path = path;
        this.schema = schema;
        this.spot = new Spot.Inner(spot, schema);
    }

    /** How the prompt reaches it, such as {@code Api.defaults}. */
    public final String path() {
        return path;
    }

    /** The declared props. */
    public final BlockSchema<?> schema() {
        return schema;
    }

    /** The props that are set, by name. */
    public final Map<String, Object> values() {
        Map<String, Object> set = new LinkedHashMap<>();
        Record record = spot.get();
        if (record != null) {
            Records.components(record).forEach((name, value) -> {
                if (value != null && !Records.isNothing(value)) {
                    set.put(name, value);
                }
            });
        }
        return set;
    }

    @Override
    public Object subject() {
        Record record = spot.get();
        return record == null ? Map.of() : record;
    }

    /** The value that holds the props, such as a route. */
    protected final @Nullable Object whole() {
        return spot.outer().get();
    }

    /** The views that it belongs to. */
    protected final Views views() {
        return views;
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (name.equals("metaClass")) {
            return getMetaClass();
        }
        if (name.equals("function") && schema == FunctionBlock.SCHEMA) {
            return this;
        }
        PropSchema prop = prop(name);
        return views.shown(path + "." + prop.name(), prop.type(), new Spot.InRecord(spot, prop));
    }

    @Override
    public void setProperty(String name, Object value) {
        set(prop(name), views.taken(value));
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        Object[] all = arguments instanceof Object[] array ? array : new Object[] {arguments};
        if (schema.prop(name).isEmpty() && name.equals("getAt") && all.length == 1) {
            return getProperty(String.valueOf(all[0]));
        }
        PropSchema prop = prop(name);
        add(prop, views.taken(all.length == 1 ? all[0] : Arrays.asList(all)));
        return this;
    }

    /** Adds the props that a block of the same kind has. */
    public final void fill(Block<?> written) {
        for (PropSchema prop : schema.props()) {
            Object value = written.valueOf(prop.name());
            if (value != null) {
                add(prop, value);
            }
        }
    }

    private void set(PropSchema prop, Object value) {
        naming(prop, () -> new Spot.InRecord(spot, prop).set(value));
    }

    /** As a call in a block does it: maps and lists add up. */
    @SuppressWarnings("unchecked")
    private void add(PropSchema prop, Object value) {
        naming(prop, () -> {
            Spot place = new Spot.InRecord(spot, prop);
            Object now = place.get();
            Object coerced = prop.type().coerce(value);
            var type = (sst.model.schema.PropType<Object>) prop.type();
            place.set(now == null ? coerced : type.merge(now, coerced));
        });
    }

    private void naming(PropSchema prop, Runnable change) {
        try {
            change.run();
        } catch (Mismatch mismatch) {
            throw Diagnostic.error(Code.WRONG_TYPE, "'" + prop.name() + "' of " + path + ": " + mismatch.reason())
                    .hint(mismatch.hint())
                    .subject(prop.name())
                    .asError();
        }
    }

    private PropSchema prop(String name) {
        return schema.prop(name).orElseThrow(() -> unknown(name));
    }

    private RuntimeException unknown(String name) {
        return Diagnostic.error(Code.UNKNOWN_PROPERTY, "no property " + name + " on " + schema.name())
                .hint(Suggestion.hint(name, schema.spellings()))
                .subject(name)
                .asError();
    }

    @Override
    public String toString() {
        return path;
    }
}
