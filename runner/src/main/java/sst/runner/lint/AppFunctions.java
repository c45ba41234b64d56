package sst.runner.lint;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sst.model.app.AppModel;
import sst.model.app.StackModel;
import sst.model.construct.Addition;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;

/** The functions of an app, wherever in its constructs they are written. */
final class AppFunctions {
    private AppFunctions() {}

    /**
     * A function.
     *
     * @param props its props over the defaults of its stack
     * @param own its props as they are written
     */
    record Found(ConstructModel construct, FunctionProps props, FunctionProps own, SourceRef at) {
        /** As messages name it. */
        String name() {
            String handler = own.handler();
            return handler == null ? construct.id().path() : "'" + handler + "'";
        }
    }

    static Stream<Found> of(AppModel app) {
        return app.stacks().stream().flatMap(AppFunctions::of);
    }

    private static Stream<Found> of(StackModel stack) {
        return stack.constructs().stream().flatMap(construct -> of(stack, construct));
    }

    static Stream<Found> of(StackModel stack, ConstructModel construct) {
        if (construct.props() instanceof FunctionProps own) {
            return Stream.of(new Found(construct, merged(stack, own), own, construct.at()));
        }
        return within(construct.props())
                .map(inline -> new Found(construct, merged(stack, inline.props()), inline.props(), inline.at()));
    }

    private static FunctionProps merged(StackModel stack, FunctionProps own) {
        FunctionProps defaults = stack.functionDefaults();
        return defaults == null ? own : FunctionBlock.SCHEMA.merge(defaults, own);
    }

    /** The functions that a value of props makes, however deep. */
    static Stream<FunctionDefinition.Inline> within(@Nullable Object value) {
        if (value instanceof FunctionDefinition.Inline inline) {
            return Stream.of(inline);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(AppFunctions::within);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(AppFunctions::within);
        }
        if (value instanceof Addition addition) {
            return within(addition.props());
        }
        return value instanceof Record record ? components(record).stream().flatMap(AppFunctions::within) : Stream.of();
    }

    private static List<Object> components(Record record) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(record);
                if (value != null) {
                    values.add(value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("record " + record.getClass() + " cannot be read", e);
            }
        }
        return values;
    }
}
