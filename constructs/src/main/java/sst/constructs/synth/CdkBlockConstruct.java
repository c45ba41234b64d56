package sst.constructs.synth;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import sst.constructs.cdk.CdkErrors;
import sst.constructs.cdk.CdkGrants;
import sst.constructs.construct.AppConstruct;
import sst.constructs.construct.Grant;
import sst.constructs.host.Errors;
import sst.model.app.CdkBlock;
import sst.model.diagnostic.Code;
import sst.model.value.CdkHook;

/** {@code cdk { scope -> … }} of a stack: the user's own CDK code, and the values that other constructs ask of it. */
final class CdkBlockConstruct implements AppConstruct {
    private final CdkBlock block;
    private final Stack stack;
    private final @Nullable Object object;

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
        return String.valueOf(CdkErrors.run(hook, cdk()));
    }

    @Override
    public Object cdk() {
        if (object == null) {
            throw Errors.of(Code.INVALID_VALUE, "a cdk block that returns nothing stands for no CDK object")
                    .hint("let the closure end with the object")
                    .at(block.hook().at())
                    .asError();
        }
        return object;
    }

    @Override
    public List<Grant> permissions() {
        String kind = cdk().getClass().getSimpleName();
        return CdkGrants.of(cdk()).orElseThrow(() -> Errors.of(
                        Code.UNSUPPORTED, "permissions on the CDK's " + kind + " are not supported")
                .hint("write the IAM actions, such as 's3:GetObject', or a policy statement")
                .asError());
    }

    @Override
    public Construct scope() {
        return stack;
    }
}
