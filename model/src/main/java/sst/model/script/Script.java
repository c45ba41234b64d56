package sst.model.script;

import sst.model.construct.ConstructScope;
import sst.model.event.EventHandle;
import sst.model.function.ChildFunction;

/** The handle of a script. */
public final class Script extends EventHandle<ScriptProps, Script> {
    public Script(ConstructScope scope, ScriptBlock block) {
        super(scope, block);
    }

    @Override
    protected Script self() {
        return this;
    }

    /** The function of {@code onCreate}. */
    public ChildFunction getCreateFunction() {
        return child("onCreate");
    }

    /** The function of {@code onUpdate}. */
    public ChildFunction getUpdateFunction() {
        return child("onUpdate");
    }

    /** The function of {@code onDelete}. */
    public ChildFunction getDeleteFunction() {
        return child("onDelete");
    }
}
