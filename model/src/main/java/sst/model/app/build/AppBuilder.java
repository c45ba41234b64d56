package sst.model.app.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sst.model.app.AppBlock;
import sst.model.app.AppModel;
import sst.model.app.AppProps;
import sst.model.app.Defaults;
import sst.model.app.DefaultsBlock;
import sst.model.app.StackModel;
import sst.model.app.StageContext;
import sst.model.construct.ConstructScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.Suggestion;
import sst.model.diagnostic.UserError;
import sst.model.schema.written.Restorable;

/** An app while it is written; Groovy scripts, JShell and plain Java fill it alike. */
public final class AppBuilder implements Restorable {
    private static final String NAME = "[A-Za-z][A-Za-z0-9-]*";

    private final StageContext context;
    private final AppBlock app = new AppBlock();
    private final Map<String, StackBlock> stacks = new LinkedHashMap<>();
    private final ConstructIds ids = new ConstructIds();
    private final boolean hasStacks;

    public AppBuilder(StageContext context) {
        this(context, true);
    }

    private AppBuilder(StageContext context, boolean hasStacks) {
        this.context = context;
        this.hasStacks = hasStacks;
        app.label("app");
        if (!context.cloud().isEmpty()) {
            app.set("cloud", context.cloud());
        }
    }

    /** An app of which nothing but the app block is wanted: what is written into stacks is not run. */
    public static AppBuilder withoutStacks(StageContext context) {
        return new AppBuilder(context, false);
    }

    /** What the config may look at. */
    public StageContext context() {
        return context;
    }

    /** The app block as far as it is written. */
    public AppBlock app() {
        return app;
    }

    /** Names the app. */
    public AppBuilder app(String name) {
        app.name(name);
        return this;
    }

    /** Sets the region. */
    public AppBuilder region(String region) {
        app.region(region);
        return this;
    }

    /** Fills the app block. */
    public AppBuilder app(Consumer<? super AppBlock> body) {
        body.accept(app);
        return this;
    }

    /** Writes a stack, or more of one. */
    public AppBuilder stack(String name, Consumer<? super StackBlock> body) {
        return stack(Map.of(), name, body);
    }

    /** Writes a stack with options. */
    public AppBuilder stack(Map<String, ?> options, String name, Consumer<? super StackBlock> body) {
        if (!hasStacks) {
            return this;
        }
        StackBlock stack = open(name);
        if (options.containsKey("env")) {
            throw Diagnostic.error(Code.CONFLICT, "stack '" + name + "' cannot set 'env'")
                    .hint("write region here, and account or profile in the app block")
                    .subject("env")
                    .asError();
        }
        stack.options().fill(options);
        body.accept(stack);
        return this;
    }

    /** A stack that was written before this line. */
    public StackBlock written(String name) {
        StackBlock stack = stacks.get(name);
        if (stack == null) {
            throw Diagnostic.error(Code.UNKNOWN_STACK, "no stack '" + name + "' was written before this line")
                    .hint(Suggestion.hint(name, stacks.keySet()))
                    .subject(name)
                    .asError();
        }
        return stack;
    }

    /** All stacks as they are written so far. */
    public List<StackBlock> stacks() {
        return List.copyOf(stacks.values());
    }

    @Override
    public Runnable remember() {
        Map<String, StackBlock> kept = new LinkedHashMap<>(stacks);
        List<Runnable> parts = new ArrayList<>(List.of(app.remember(), ids.remember()));
        stacks.values().forEach(stack -> parts.add(stack.remember()));
        return () -> {
            stacks.clear();
            stacks.putAll(kept);
            parts.forEach(Runnable::run);
        };
    }

    /** {@code dev-notes-MyResource}. */
    public String logicalPrefixedName(String resource) {
        return context.stage() + "-" + app.partial().name() + "-" + resource;
    }

    void claim(ConstructScope scope) {
        ids.claim(scope);
    }

    private StackBlock open(String name) {
        if (!name.matches(NAME)) {
            throw Diagnostic.error(Code.INVALID_NAME, "'" + name + "' is not a stack name")
                    .hint("use letters, digits and '-', beginning with a letter")
                    .subject(name)
                    .asError();
        }
        return stacks.computeIfAbsent(name, each -> new StackBlock(this, each));
    }

    /**
     * The app block alone.
     *
     * @throws UserError when it does not name the app
     */
    public AppProps props() {
        List<Diagnostic> errors = checkName();
        if (!errors.isEmpty()) {
            throw new UserError(errors);
        }
        return app.build();
    }

    /**
     * The immutable model.
     *
     * @param sourceHash hash of the config's files
     * @throws UserError with everything that is wrong
     */
    public AppModel build(String sourceHash) {
        List<Diagnostic> errors = new ArrayList<>(checkApp());
        List<StackModel> built = new ArrayList<>();
        DefaultsBlock defaults = new DefaultsBlock();
        Defaults written = app.partial().defaults();
        if (written != null) {
            defaults.load(written);
        }
        for (StackBlock stack : stacks.values()) {
            try {
                built.add(stack.build(defaults));
            } catch (UserError error) {
                errors.addAll(error.diagnostics());
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(StackOrder.cycles(built));
        }
        if (!errors.isEmpty()) {
            throw new UserError(errors);
        }
        return new AppModel(
                app.build(), context.stage(), context.isDev(), StackOrder.withReferences(built), sourceHash);
    }

    private List<Diagnostic> checkApp() {
        List<Diagnostic> errors = new ArrayList<>(checkName());
        if (stacks.isEmpty()) {
            errors.add(Diagnostic.error(Code.NO_APP, "the config has no stack").hint("write stack('name') { … }"));
        }
        return errors;
    }

    private List<Diagnostic> checkName() {
        String name = app.partial().name();
        if (name == null) {
            return List.of(Diagnostic.error(Code.NO_APP, "the config does not name the app")
                    .hint("write app { name 'my-app' }"));
        }
        return name.matches(NAME)
                ? List.of()
                : List.of(Diagnostic.error(Code.INVALID_NAME, "'" + name + "' is not an app name")
                        .hint("use letters, digits and '-', beginning with a letter")
                        .subject(name));
    }
}
