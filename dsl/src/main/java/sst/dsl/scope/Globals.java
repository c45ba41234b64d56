package sst.dsl.scope;

import groovy.lang.Binding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;
import sst.model.app.AppBlock;
import sst.model.app.AppProps;
import sst.model.app.Cloud;
import sst.model.app.Constructs;
import sst.model.app.build.AppBuilder;
import sst.model.table.FieldType;

/** What every block sees: the stage, the app, the environment, and a few constants. */
final class Globals {
    static final Set<String> PRINTING = Set.of("println", "print", "printf");

    private final Map<String, Supplier<Object>> values = new LinkedHashMap<>();
    private final PrintWriter out;
    private Binding variables = new Binding();

    Globals(AppBuilder builder, PrintWriter out) {
        this.out = out;
        values.put("stage", () -> builder.context().stage());
        values.put("app", () -> new AppView(builder));
        values.put("env", () -> builder.context().env());
        values.put("isLocal", () -> builder.app().partial().cloud() == Cloud.LOCAL);
        values.put("isDev", () -> builder.context().isDev());
        for (FieldType type : FieldType.values()) {
            values.put(type.name(), () -> type);
        }
    }

    /** Lets blocks see variables too; the app's own names come first. */
    void seeing(Binding names) {
        variables = names;
    }

    boolean has(String name) {
        return values.containsKey(name) || variables.hasVariable(name);
    }

    Object get(String name) {
        if (!values.containsKey(name)) {
            return variables.getVariable(name);
        }
        Supplier<Object> value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value.get();
    }

    List<String> names() {
        List<String> names = new ArrayList<>(values.keySet());
        Map<?, ?> known = variables.getVariables();
        known.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** Output of the config goes beside the product's own messages, never into its results. */
    void print(String method, Object[] arguments) {
        InvokerHelper.invokeMethod(out, method, arguments);
        out.flush();
    }

    /** Where a name belongs that was written in the wrong block. */
    Optional<String> elsewhere(String name) {
        if (Constructs.all().stream().anyMatch(kind -> kind.method().equals(name))) {
            return Optional.of("'" + name + "' makes a construct: write it directly in a stack block");
        }
        if (AppBlock.SCHEMA.prop(name).isPresent() && !name.equals("name") && !name.equals("defaults")) {
            return Optional.of("'" + name + "' belongs to app { }");
        }
        return Set.of("stack", "include").contains(name)
                ? Optional.of("'" + name + "' belongs to the top level of the file")
                : Optional.empty();
    }

    /** The app as blocks may read it. */
    public static final class AppView {
        private final AppBuilder builder;

        AppView(AppBuilder builder) {
            this.builder = builder;
        }

        @Override
        public String toString() {
            return "app " + getName() + " (" + getStage() + ")";
        }

        private AppProps props() {
            return builder.app().partial();
        }

        /** The app's name. */
        public @Nullable String getName() {
            return props().name();
        }

        /** The stage. */
        public String getStage() {
            return builder.context().stage();
        }

        /** The region that the config names. */
        public @Nullable String getRegion() {
            return props().region();
        }

        /** The account that the config pins. */
        public @Nullable String getAccount() {
            return props().account();
        }

        /** {@code dev-notes-MyResource}. */
        public String logicalPrefixedName(String name) {
            return builder.logicalPrefixedName(name);
        }
    }
}
