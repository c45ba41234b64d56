package sst.dsl.scope;

import groovy.lang.MissingMethodException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.jspecify.annotations.Nullable;
import sst.model.app.Constructs;
import sst.model.app.build.StackBlock;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructKind;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.schema.Block;

/** A stack block: a method for every construct, and the few of the stack itself. */
final class StackScope extends Scope {
    /** What {@code use} is called in compiled scripts, where Groovy has a method of that name. */
    static final String USE = "useStack";

    static final Set<String> OWN =
            Set.of("use", "dependsOn", "outputs", "defaults", "cdk", "logicalPrefixedName", "parameters", "secrets");

    private final StackBlock stack;

    StackScope(ScopeRunner runner, StackBlock stack) {
        super(runner);
        this.stack = stack;
    }

    @Override
    String label() {
        return "stack '" + stack.name() + "'";
    }

    @Override
    Collection<String> names() {
        List<String> names = new ArrayList<>(OWN);
        Constructs.all().forEach(kind -> names.add(kind.method()));
        return names;
    }

    @Override
    @Nullable
    Object called(String name, Object[] arguments) {
        Optional<ConstructKind<?, ?>> kind = Constructs.all().stream()
                .filter(each -> each.method().equals(name) || each.synonyms().contains(name))
                .findFirst();
        if (kind.isPresent()) {
            return construct(kind.get(), name, arguments);
        }
        if (!OWN.contains(name) && !name.equals(USE)) {
            throw unknown(name, arguments);
        }
        Object[] taken = Arrays.stream(arguments).map(runner()::takenDeeply).toArray();
        try {
            return InvokerHelper.invokeMethod(stack, name.equals(USE) ? "use" : name, taken);
        } catch (MissingMethodException missing) {
            throw Diagnostic.error(Code.WRONG_TYPE, "'" + name + "' of " + label() + " does not take these arguments")
                    .subject(name)
                    .asError();
        } catch (InvokerInvocationException thrown) {
            throw thrown.getCause() instanceof RuntimeException cause ? cause : thrown;
        }
    }

    private Object construct(ConstructKind<?, ?> kind, String method, Object[] arguments) {
        List<Object> fills = new ArrayList<>();
        String id = null;
        for (Object argument : arguments) {
            if (argument instanceof CharSequence text && id == null) {
                id = text.toString();
            } else if (argument instanceof Map || argument instanceof ScopedClosure || argument instanceof Block) {
                fills.add(runner().takenDeeply(argument));
            } else {
                throw badCall(method);
            }
        }
        if (id == null) {
            throw badCall(method);
        }
        Consumer<Block<?>> body = block -> fills.forEach(block::fill);
        ConstructHandle<?> handle = stack.construct(kind, id, body);
        HandleMetaClass.register(handle.getClass());
        return handle;
    }

    private RuntimeException badCall(String method) {
        return Diagnostic.error(Code.WRONG_TYPE, "'" + method + "' takes an id and props")
                .hint("write " + method + "('Id') { … }")
                .subject(method)
                .asError();
    }

    @Override
    void assigned(String name, Object value) {
        throw Diagnostic.error(Code.UNKNOWN_PROPERTY, label() + " has no prop '" + name + "'")
                .hint("write 'def " + name + " = …' for a variable")
                .subject(name)
                .asError();
    }
}
