package sst.model.app.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sst.model.app.Constructs;
import sst.model.app.DefaultsBlock;
import sst.model.app.StackConstructs;
import sst.model.app.StackModel;
import sst.model.app.StackOptionsBlock;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructKind;
import sst.model.construct.ConstructModel;
import sst.model.construct.ConstructScope;
import sst.model.construct.StackScope;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;
import sst.model.schema.PropTypes;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Restorable;
import sst.model.value.CdkHook;

/** A stack while it is written: every construct is a method, and the blocks of one stack add up. */
public final class StackBlock extends StackConstructs implements StackScope, Restorable {
    private final AppBuilder app;
    private final String name;
    private final SourceRef at = SourceRef.ofCaller();
    private final StackOptionsBlock options = new StackOptionsBlock();
    private final DefaultsBlock defaults = new DefaultsBlock();
    private final Map<String, ConstructHandle<?>> constructs = new LinkedHashMap<>();
    private final List<CdkHandle> cdkBlocks = new ArrayList<>();
    private final List<Supplier<ConstructModel>> additions = new ArrayList<>();
    private final Map<String, String> outputs = new LinkedHashMap<>();
    private final Set<String> dependsOn = new LinkedHashSet<>();

    StackBlock(AppBuilder app, String name) {
        this.app = app;
        this.name = name;
        options.label("stack '" + name + "'");
    }

    @Override
    public String name() {
        return name;
    }

    /** The line that opens it first. */
    public SourceRef at() {
        return at;
    }

    @Override
    public <H extends ConstructHandle<?>> H construct(ConstructKind<?, H> kind, String id, Object props) {
        ConstructScope scope = new ConstructScope(new ConstructId(name, kind.type(), id), SourceRef.ofCaller());
        app.claim(scope);
        H handle = kind.make(scope, props);
        constructs.put(kind.type() + "/" + id, handle);
        return handle;
    }

    @Override
    public void take(Supplier<ConstructModel> addition) {
        additions.add(addition);
    }

    /** What a construct of this stack returned when it was made. */
    public Optional<ConstructHandle<?>> find(String id) {
        return constructs.values().stream()
                .filter(handle -> handle.getId().equals(id))
                .findFirst()
                .map(handle -> (ConstructHandle<?>) handle);
    }

    /** Everything made in this stack, in the order written. */
    public List<ConstructHandle<?>> handles() {
        return List.copyOf(constructs.values());
    }

    /** What this stack's functions start from, as far as it is written. */
    public DefaultsBlock defaults() {
        return defaults;
    }

    @Override
    public Runnable remember() {
        StackMemory memory = new StackMemory(
                new LinkedHashMap<>(constructs),
                List.copyOf(cdkBlocks),
                List.copyOf(additions),
                new LinkedHashMap<>(outputs),
                List.copyOf(dependsOn));
        List<Runnable> parts = Stream.concat(
                        Stream.of(options, defaults), Stream.concat(constructs.values().stream(), cdkBlocks.stream()))
                .map(Restorable::remember)
                .toList();
        return () -> {
            memory.into(this);
            parts.forEach(Runnable::run);
        };
    }

    /** What a stack held at one moment. */
    private record StackMemory(
            Map<String, ConstructHandle<?>> constructs,
            List<CdkHandle> cdkBlocks,
            List<Supplier<ConstructModel>> additions,
            Map<String, String> outputs,
            List<String> dependsOn) {
        void into(StackBlock stack) {
            stack.constructs.clear();
            stack.constructs.putAll(constructs);
            stack.cdkBlocks.clear();
            stack.cdkBlocks.addAll(cdkBlocks);
            stack.additions.clear();
            stack.additions.addAll(additions);
            stack.outputs.clear();
            stack.outputs.putAll(outputs);
            stack.dependsOn.clear();
            stack.dependsOn.addAll(dependsOn);
        }
    }

    /** Ids of all constructs. */
    public List<String> ids() {
        return constructs.values().stream().map(ConstructHandle::getId).toList();
    }

    /** The constructs of a stack that was written before. */
    public StackHandle use(String stack) {
        StackBlock other = app.written(stack);
        if (!stack.equals(name)) {
            dependsOn.add(stack);
        }
        return new StackHandle(other);
    }

    /** One more value that is printed and kept after a deploy. */
    public void output(String key, Object value) {
        outputs(Map.of(key, value));
    }

    /** Deploys this stack after others. */
    public void dependsOn(String... stacks) {
        for (String stack : stacks) {
            app.written(stack);
            dependsOn.add(stack);
        }
    }

    /** Values that are printed and kept after a deploy. */
    public void outputs(Map<String, ?> values) {
        PropTypes.inOrder(values).forEach((name, value) -> {
            String key = String.valueOf(name);
            String clean = key.replaceAll("[^A-Za-z0-9]", "");
            if (clean.isEmpty() || value == null) {
                throw Diagnostic.error(Code.INVALID_VALUE, "output '" + key + "' has no usable key or value")
                        .subject(key)
                        .asError();
            }
            try {
                outputs.put(clean, PropTypes.text().coerce(value instanceof Number ? value.toString() : value));
            } catch (Mismatch mismatch) {
                throw Diagnostic.error(Code.WRONG_TYPE, "output '" + key + "': " + mismatch.reason())
                        .subject(key)
                        .asError();
            }
        });
    }

    /** What this stack's functions start from. */
    public void defaults(Consumer<? super DefaultsBlock> body) {
        body.accept(defaults);
    }

    /** A parameter for each entry, as SST's {@code Config.Parameter.create} makes them. */
    public void parameters(Map<String, ?> values) {
        PropTypes.inOrder(values)
                .forEach((id, value) -> construct(Constructs.PARAMETER, String.valueOf(id), Map.of("value", value)));
    }

    /** A secret for each name, as SST's {@code Config.Secret.create} makes them. */
    public void secrets(String... names) {
        for (String id : names) {
            construct(Constructs.SECRET, id, Map.of());
        }
    }

    /** Any CDK code; the closure gets the CDK stack. */
    public CdkHandle cdk(Function<Object, Object> closure) {
        ConstructId id = new ConstructId(name, "Cdk", "cdk" + (cdkBlocks.size() + 1));
        CdkHandle handle = new CdkHandle(id, CdkHook.from(closure));
        cdkBlocks.add(handle);
        return handle;
    }

    /** {@code dev-notes-MyResource}, for names of CDK resources. */
    public String logicalPrefixedName(String resource) {
        return app.logicalPrefixedName(resource);
    }

    StackOptionsBlock options() {
        return options;
    }

    StackModel build(DefaultsBlock appDefaults) {
        DefaultsBlock merged = new DefaultsBlock();
        merged.load(appDefaults.partial());
        merged.load(defaults.partial());
        return new StackModel(
                name,
                options.build(),
                merged.partial().function(),
                Stream.concat(
                                constructs.values().stream().map(ConstructHandle::build),
                                additions.stream().map(Supplier::get))
                        .toList(),
                cdkBlocks.stream().map(CdkHandle::build).toList(),
                outputs,
                List.copyOf(dependsOn),
                at);
    }
}
