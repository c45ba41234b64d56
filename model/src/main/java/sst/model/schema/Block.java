package sst.model.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Replaceable;
import sst.model.schema.written.Restorable;
import sst.model.schema.written.Shown;

/**
 * Collects the props of one block, in whatever form they are written, and builds the record. Generated subclasses add a
 * typed setter per prop; Groovy's blocks, named arguments and assignments all end in {@link #add} and {@link #set}.
 *
 * @param <R> the record it builds
 */
public abstract class Block<R extends Record> implements Restorable {
    private final BlockSchema<R> schema;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final SourceRef at = SourceRef.ofCaller();
    private String label;

    protected Block(BlockSchema<R> schema) {
        this.schema = schema;
        this.label = schema.name();
    }

    /** The declared props. */
    public final BlockSchema<R> schema() {
        return schema;
    }

    /** How messages name this block, such as {@code table 'Notes'}. */
    public final String label() {
        return label;
    }

    /** Names this block for messages. */
    public final void label(String text) {
        label = text;
    }

    @Override
    public final Runnable remember() {
        Map<String, Object> kept = new LinkedHashMap<>(values);
        return () -> {
            values.clear();
            values.putAll(kept);
        };
    }

    /** The typed value of a prop, or null when it is not set; {@code value} would be in the way of a prop of that name. */
    public final @Nullable Object valueOf(String name) {
        return values.get(known(name).name());
    }

    /** Takes a prop away, as if it had never been set. */
    public final void clear(String name) {
        values.remove(known(name).name());
    }

    /** Whether the prop was set. */
    public final boolean isSet(String name) {
        return values.containsKey(name);
    }

    /** Sets a prop, as an assignment does: what was there is gone. */
    public final void set(String name, Object raw) {
        PropSchema prop = known(name);
        values.put(prop.name(), coerce(prop, prop.type(), raw));
    }

    /** Sets a prop, as a method call does: maps and lists add up. */
    public final void add(String name, Object raw) {
        PropSchema prop = known(name);
        put(prop, prop.type(), raw);
    }

    private <T> void put(PropSchema prop, PropType<T> type, Object raw) {
        merge(prop.name(), type, coerce(prop, type, raw));
    }

    @SuppressWarnings("unchecked")
    private <T> void merge(String name, PropType<T> type, T value) {
        Object earlier = values.get(name);
        values.put(name, earlier == null ? value : type.merge((T) earlier, value));
    }

    private <T> T coerce(PropSchema prop, PropType<T> type, Object raw) {
        try {
            return type.coerce(raw);
        } catch (Mismatch mismatch) {
            throw Diagnostic.error(Code.WRONG_TYPE, "'" + prop.name() + "' of " + label + ": " + mismatch.reason())
                    .hint(mismatch.hint())
                    .subject(prop.name())
                    .asError();
        }
    }

    private PropSchema known(String name) {
        return schema.prop(name)
                .orElseThrow(() -> Diagnostic.error(Code.UNKNOWN_PROPERTY, label + " has no prop '" + name + "'")
                        .hint(Suggestion.hint(name, schema.spellings()))
                        .subject(name)
                        .asError());
    }

    /** Takes all props from a map, a body, another block or a record. */
    @SuppressWarnings("unchecked")
    public final void fill(Object raw) {
        if (raw instanceof Map<?, ?> map) {
            map.forEach((name, value) -> add(String.valueOf(name), value));
        } else if (raw instanceof Consumer<?> body) {
            ((Consumer<Object>) body).accept(this);
        } else if (raw instanceof Block<?> other && other.schema == schema) {
            load((R) other.partial());
        } else if (raw instanceof Record) {
            load((R) raw);
        } else {
            throw new Mismatch("expected a block or a map, got " + Shown.of(raw), "");
        }
    }

    /** Takes the value of a prop from a block of the same kind, when it is set there. */
    public final void copy(Block<R> other, String name) {
        Object value = other.values.get(name);
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Lays a record's props over what is set. */
    public final void load(R record) {
        read(record).forEach((name, value) -> lay(known(name).type(), name, value));
    }

    @SuppressWarnings("unchecked")
    private <T> void lay(PropType<T> type, String name, Object value) {
        merge(name, type, (T) value);
    }

    /** The record; a prop that is required and unset is an error at the block's line. */
    public final R build() {
        List<Diagnostic> missing = schema.props().stream()
                .filter(prop -> prop.required() && !isSet(prop.name()) && !isGiven())
                .map(this::missing)
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError(missing);
        }
        return partial();
    }

    /** Whether {@code cdk} gives the thing that the props would describe. */
    private boolean isGiven() {
        return values.get("cdk") instanceof Map<?, ?> cdk
                && cdk.values().stream().anyMatch(each -> each instanceof Replaceable thing && thing.isGiven());
    }

    private Diagnostic missing(PropSchema prop) {
        String example = prop.example().isEmpty() ? prop.type().description() : prop.name() + " " + prop.example();
        return Diagnostic.error(Code.MISSING_PROP, label + " needs '" + prop.name() + "'")
                .hint("write " + example)
                .at(at.isKnown() ? at : SourceRef.ofCaller());
    }

    /** The record as far as it is set, for defaults that are merged later. */
    public final R partial() {
        return make(new PropValues(values));
    }

    /** Makes the record; generated. */
    protected abstract R make(PropValues values);

    /** The props that are set in a record, by name; generated. */
    protected abstract Map<String, Object> read(R record);

    /** Several arguments as one list; used by generated setters. */
    protected static List<Object> listOf(Object... items) {
        return Arrays.asList(items);
    }
}
