package sst.model.value;

import sst.model.ref.ConstructId;

/** Something that can be bound to a function or named in its permissions: a construct's handle. */
public interface Bindable {
    /** Which construct. */
    ConstructId constructId();
}
