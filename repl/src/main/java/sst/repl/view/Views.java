package sst.repl.view;

import groovy.lang.GroovyObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.dsl.scope.ConfigScript;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropType;

/** Makes views of the model's objects for the prompt, and takes them apart again for the model. */
public final class Views {
    private final Deeds deeds;
    private @Nullable ConfigScript line;

    public Views(Deeds deeds) {
        this.deeds = deeds;
    }

    /** Names the line that runs: what it passes to the model is taken in its scope. */
    public void running(ConfigScript script) {
        line = script;
    }

    /** What can be done with what is deployed. */
    public Deeds deeds() {
        return deeds;
    }

    /** A construct. */
    public ConstructView of(ConstructHandle<?> handle) {
        return new ConstructView(this, handle);
    }

    /** A stack. */
    public StackView of(StackBlock stack) {
        return new StackView(this, stack);
    }

    /** A value that a call gave, as the prompt holds it. */
    public @Nullable Object wrapped(@Nullable Object value) {
        if (value instanceof ConstructHandle<?> handle) {
            return of(handle);
        }
        return value instanceof StackBlock stack ? of(stack) : value;
    }

    Object taken(Object raw) {
        return Objects.requireNonNull(line).taken(raw);
    }

    GroovyObject inside(StackBlock stack) {
        return Objects.requireNonNull(line).inside(stack);
    }

    /** The functions that a construct makes, whatever prop they stand in. */
    List<FunctionView> functionsOf(ConstructHandle<?> handle) {
        List<FunctionView> found = new ArrayList<>();
        handle.block().schema().props().stream()
                .filter(prop -> isFunction(prop.type(), handle.block().valueOf(prop.name())))
                .forEach(prop -> found.add(
                        new FunctionView(this, handle, prop.name(), new Spot.InBlock(handle.block(), prop.name()))));
        handle.block().schema().props().stream()
                .filter(prop -> prop.type().isMap())
                .forEach(prop -> {
                    Spot map = new Spot.InBlock(handle.block(), prop.name());
                    if (map.get() instanceof Map<?, ?> all) {
                        all.forEach((key, value) -> {
                            if (Records.inside(value, FunctionProps.class).isPresent()) {
                                found.add(new FunctionView(
                                        this, handle, String.valueOf(key), new Spot.Entry(map, String.valueOf(key))));
                            }
                        });
                    }
                });
        return found;
    }

    /** A prop as the prompt shows it: blocks and maps can be gone into, everything else is a value. */
    @Nullable
    Object shown(String path, PropType<?> type, Spot spot) {
        if (type.isMap()) {
            return new MapView(this, path, type, spot);
        }
        Object value = spot.get();
        Optional<BlockSchema<?>> schema = isFunction(type, value) ? Optional.of(FunctionBlock.SCHEMA) : type.block();
        boolean isBlock = schema.isPresent() && !(value instanceof Collection);
        return isBlock ? new PropsView(this, path, schema.get(), spot) : value;
    }

    /** Whether the value is a function alone, though more could be written in its place, such as of a queue's consumer. */
    private static boolean isFunction(PropType<?> type, @Nullable Object value) {
        boolean isBlock = type.block()
                .filter(schema -> Records.inside(
                                value, schema.newBlock().partial().getClass())
                        .isPresent())
                .isPresent();
        return !type.isMap()
                && type.block().isPresent()
                && !isBlock
                && Records.inside(value, FunctionProps.class).isPresent();
    }

    @Nullable
    Object entry(String path, PropType<?> mapType, Spot spot) {
        Object value = spot.get();
        boolean isFunction = Records.inside(value, FunctionProps.class).isPresent();
        Optional<BlockSchema<?>> schema = isFunction ? Optional.of(FunctionBlock.SCHEMA) : mapType.block();
        return value instanceof Record && schema.isPresent() ? new PropsView(this, path, schema.get(), spot) : value;
    }
}
