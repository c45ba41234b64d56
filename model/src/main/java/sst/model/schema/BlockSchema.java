package sst.model.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The props of one block, in the order of their declaration.
 *
 * @param <R> the record that the block builds
 */
public final class BlockSchema<R extends Record> {
    private final String name;
    private final String doc;
    private final Supplier<? extends Block<R>> factory;
    private final Map<String, PropSchema> props = new LinkedHashMap<>();

    /** Made by generated code. */
    public BlockSchema(String name, String doc, List<PropSchema> props, Supplier<? extends Block<R>> factory) {
        this.name = name;
        this.doc = doc;
        this.factory = factory;
        props.forEach(prop -> this.props.put(prop.name(), prop));
    }

    /** The block's name as users write it. */
    public String name() {
        return name;
    }

    /** What it is, in one sentence. */
    public String doc() {
        return doc;
    }

    /** All props. */
    public List<PropSchema> props() {
        return List.copyOf(props.values());
    }

    /** The names of all props, without synonyms. */
    public List<String> names() {
        return List.copyOf(props.keySet());
    }

    /** The prop of that name or synonym. */
    public Optional<PropSchema> prop(String nameOrSynonym) {
        PropSchema exact = props.get(nameOrSynonym);
        if (exact != null) {
            return Optional.of(exact);
        }
        return props.values().stream()
                .filter(prop -> prop.synonyms().contains(nameOrSynonym))
                .findFirst();
    }

    /** A fresh, empty block. */
    public Block<R> newBlock() {
        return factory.get();
    }

    /** The record made from a map, a body, a block or the record itself. */
    public R read(Object raw) {
        return filled(raw).build();
    }

    /** The same, but what is required may be missing. */
    public R readPartial(Object raw) {
        return filled(raw).partial();
    }

    private Block<R> filled(Object raw) {
        Block<R> block = newBlock();
        block.fill(raw);
        return block;
    }

    /** The record with every prop that is unset in {@code above} taken from {@code below}; maps and lists add up. */
    public R merge(R below, R above) {
        Block<R> block = newBlock();
        block.load(below);
        block.load(above);
        return block.partial();
    }

    /** The record with declared defaults in place of what is unset. */
    public R withDefaults(R record) {
        Block<R> defaults = newBlock();
        for (PropSchema prop : props.values()) {
            if (!prop.defaultsTo().isEmpty()) {
                defaults.set(prop.name(), literal(prop.defaultsTo()));
            }
        }
        return merge(defaults.partial(), record);
    }

    private static Object literal(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : text;
    }

    /** Names and synonyms, for suggestions. */
    public List<String> spellings() {
        List<String> spellings = new ArrayList<>(names());
        props.values().forEach(prop -> spellings.addAll(prop.synonyms()));
        return spellings;
    }
}
