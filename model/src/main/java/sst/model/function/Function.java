package sst.model.function;

import java.util.Map;
import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;
import sst.model.ref.Ref;

/** The handle of a function. */
public final class Function extends ConstructHandle<FunctionProps> {
    public Function(ConstructScope scope, FunctionBlock block) {
        super(scope, block);
    }

    /** The function's name. */
    public Ref getFunctionName() {
        return ref("functionName");
    }

    /** The function's ARN. */
    public Ref getFunctionArn() {
        return ref("functionArn");
    }

    /** The function's URL, when {@code url} is set. */
    public Ref getUrl() {
        return ref("url");
    }

    /** Lets the function see and use resources. */
    public Function bind(Object... resources) {
        attachBindings("", resources);
        return this;
    }

    /** Grants permissions. */
    public Function attachPermissions(Object... permissions) {
        attachGrants("", permissions);
        return this;
    }

    /** Adds an environment variable. */
    public Function addEnvironment(String name, CharSequence value) {
        block().add("environment", Map.of(name, value));
        return this;
    }
}
