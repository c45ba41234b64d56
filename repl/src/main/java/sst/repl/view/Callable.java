package sst.repl.view;

import sst.model.ref.ConstructId;

/** Something behind which one function stands. */
public interface Callable {
    /** The function's identity, as assemblies name it. */
    ConstructId functionId();
}
