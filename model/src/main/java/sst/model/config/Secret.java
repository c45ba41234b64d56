package sst.model.config;

import sst.model.construct.ConstructHandle;
import sst.model.construct.ConstructScope;

/** The handle of a secret. */
public final class Secret extends ConstructHandle<SecretProps> {
    public Secret(ConstructScope scope, SecretBlock block) {
        super(scope, block);
    }

    /** The secret's name, which is its id. */
    public String getName() {
        return getId();
    }
}
