package sst.model.config;

import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;

/** The handle of a parameter. */
public final class Parameter extends ConstructHandle<ParameterProps> {
    public Parameter(ConstructScope scope, ParameterBlock block) {
        super(scope, block);
    }

    /** The parameter's name, which is its id. */
    public String getName() {
        return getId();
    }
}
