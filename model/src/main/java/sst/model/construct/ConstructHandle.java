package sst.model.construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.diagnostic.SourceRef;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.schema.Block;
import sst.model.schema.PropType;
import sst.model.schema.PropTypes;
import sst.model.schema.written.Mismatch;
import sst.model.schema.written.Restorable;
import sst.model.value.Bindable;
import sst.model.value.Binding;
import sst.model.value.CdkHook;
import sst.model.value.Permission;

/**
 * What a construct call returns: the construct's values as references, and methods that tell it more. Subclasses add the
 * values and methods of their construct.
 *
 * @param <R> its record of props
 */
public abstract class ConstructHandle<R extends Record> implements Bindable, Restorable {
    private final ConstructScope scope;
    private final Block<R> block;
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<CdkHook> hooks = new ArrayList<>();
    private final List<Block<R>> additions = new ArrayList<>();

    protected ConstructHandle(ConstructScope scope, Block<R> block) {
        this.scope = scope;
        this.block = block;
    }

    /** The id that the user gave. */
    public final String getId() {
        return scope.id().id();
    }

    @Override
    public final ConstructId constructId() {
        return scope.id();
    }

    /** The props as far as they are written. */
    public final Block<R> block() {
        return block;
    }

    /** A closure that gets the CDK object when it is built. */
    public final void cdk(Function<Object, Object> closure) {
        hooks.add(CdkHook.from(closure));
    }

    /** The line that makes it. */
    public final SourceRef at() {
        return scope.at();
    }

    @Override
    public final Runnable remember() {
        Runnable props = block.remember();
        List<Attachment> keptAttachments = List.copyOf(attachments);
        List<CdkHook> keptHooks = List.copyOf(hooks);
        List<Block<R>> keptAdditions = List.copyOf(additions);
        return () -> {
            props.run();
            replace(attachments, keptAttachments);
            replace(hooks, keptHooks);
            replace(additions, keptAdditions);
        };
    }

    private static <T> void replace(List<T> all, List<T> kept) {
        all.clear();
        all.addAll(kept);
    }

    /** The immutable model; a missing prop is an error at the construct's line. */
    public final ConstructModel build() {
        return new ConstructModel(scope.id(), block.build(), attachments, hooks, scope.at());
    }

    /** Adds entries of a prop that belong to a stack, with the functions they make. */
    protected final void addIn(StackScope owner, String prop, Object entries) {
        Block<R> added = block.schema().newBlock();
        added.label(block.label());
        added.add(prop, entries);
        additions.add(added);
        String name = scope.id().type() + " " + scope.id().id() + "+" + additions.size();
        ConstructId id = new ConstructId(owner.name(), Addition.TYPE, name);
        SourceRef at = SourceRef.ofCaller();
        owner.take(() -> {
            added.copy(block, "defaults");
            return new ConstructModel(id, new Addition(scope.id(), added.partial()), List.of(), List.of(), at);
        });
    }

    /** Its props, followed by those that were added in other stacks, as far as they are written. */
    protected final List<R> written() {
        List<R> written = new ArrayList<>();
        written.add(block.partial());
        additions.forEach(each -> written.add(each.partial()));
        return written;
    }

    /** A value of this construct. */
    protected final Ref ref(String attribute) {
        return new Ref(scope.id(), attribute);
    }

    /** What was bound to its functions since it was made. */
    public final List<ConstructId> boundResources() {
        return attachments.stream()
                .flatMap(each -> each.bindings().stream())
                .map(Binding::target)
                .toList();
    }

    /** Binds resources to the functions of this construct. */
    protected final void attachBindings(String target, Object... resources) {
        attachments.add(new Attachment(target, read(Binding.type(), "bind", resources), List.of()));
    }

    /** What is attached to one function of this construct. */
    protected final BiConsumer<String, Object[]> bindingsTo() {
        return this::attachBindings;
    }

    /** What is granted to one function of this construct. */
    protected final BiConsumer<String, Object[]> grantsTo() {
        return this::attachGrants;
    }

    /** Grants permissions to the functions of this construct. */
    protected final void attachGrants(String target, Object... permissions) {
        attachments.add(new Attachment(target, List.of(), read(Permission.type(), "attachPermissions", permissions)));
    }

    private <T> List<T> read(PropType<T> type, String method, Object... raw) {
        Object only = raw.length == 1 ? raw[0] : Arrays.asList(raw);
        try {
            return PropTypes.list(type).coerce(only);
        } catch (Mismatch mismatch) {
            throw Diagnostic.error(Code.WRONG_TYPE, "'" + method + "' of " + block.label() + ": " + mismatch.reason())
                    .hint(mismatch.hint())
                    .subject(method)
                    .asError();
        }
    }

    /** {@code table 'Notes'}, for messages. */
    @Override
    public final String toString() {
        return block.label();
    }
}
