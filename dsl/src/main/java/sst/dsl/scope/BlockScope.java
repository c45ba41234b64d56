package sst.dsl.scope;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Diagnostic;
import sst.model.schema.Block;

/** The props of one block. */
final class BlockScope extends Scope {
    private final Block<?> block;

    BlockScope(ScopeRunner runner, Block<?> block) {
        super(runner);
        this.block = block;
    }

    @Override
    String label() {
        return block.label();
    }

    @Override
    Collection<String> names() {
        return block.schema().spellings();
    }

    @Override
    @Nullable
    Object called(String name, Object[] arguments) {
        if (block.schema().prop(name).isEmpty()) {
            runner().findings().addAll(unknown(name, arguments).diagnostics());
            return new Reported();
        }
        if (Reported.isIn(Arrays.asList(arguments))) {
            return null;
        }
        boolean isMapAndBody = arguments.length == 2 && arguments[0] instanceof Map && arguments[1] instanceof Consumer;
        if (isMapAndBody) {
            keepingErrors(name, () -> block.add(name, runner().takenDeeply(arguments[0])));
            keepingErrors(name, () -> block.add(name, arguments[1]));
        } else {
            keepingErrors(name, () -> block.add(name, runner().takenDeeply(valueOf(arguments))));
        }
        return null;
    }

    @Override
    void assigned(String name, Object value) {
        if (Reported.isIn(value)) {
            return;
        }
        keepingErrors(name, () -> {
            if (value == null) {
                throw Diagnostic.error(Code.WRONG_TYPE, "'" + name + "' of " + label() + " is null")
                        .subject(name)
                        .asError();
            }
            block.set(name, value);
        });
    }
}
