package sst.constructs.synth;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.construct.AppConstruct;
import sst.model.app.CdkBlock;
import sst.model.value.CdkHook;

/** {@code cdk { scope -> … }} of a stack: the user's own CDK code, and the values that other constructs ask of it. */
final class CdkBlockConstruct implements AppConstruct {
    private final CdkBlock block;
    private final Stack stack;
    private final Object object;

    CdkBlockConstruct(CdkBlock block, Stack stack) {
        this.block = block;
        this.stack = stack;
        this.object = CdkErrors.run(block.hook(), stack);
    }

    @Override
    public String attribute(String name) {
        CdkHook hook = block.values().get(name);
        if (hook == null) {
            throw AppConstruct.lacks(block.id(), "'" + name + "'");
        }
        return String.valueOf(CdkErrors.run(hook, object));
    }

    @Override
    public Object cdk() {
        return object;
    }

    @Override
    public Construct scope() {
        return stack;
    }
}
