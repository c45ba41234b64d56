package sst.constructs.function;

import org.jspecify.annotations.Nullable;
import sst.model.app.StackModel;
import sst.model.function.FunctionBlock;
import sst.model.function.FunctionProps;

/** A function's props with the defaults of app, stack and construct below them, by SST v2's rules. */
public final class FunctionSettings {
    private FunctionSettings() {}

    /** Environment, layers, bindings and permissions add up; of everything else the last wins. */
    public static FunctionProps merged(StackModel stack, @Nullable FunctionProps construct, FunctionProps own) {
        FunctionProps below = stack.functionDefaults();
        FunctionProps merged = own;
        if (construct != null) {
            merged = FunctionBlock.SCHEMA.merge(construct, merged);
        }
        return below == null ? merged : FunctionBlock.SCHEMA.merge(below, merged);
    }
}
