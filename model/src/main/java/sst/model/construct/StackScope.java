package sst.model.construct;

import java.util.function.Supplier;

/** A stack that takes what is added to a construct of another stack, such as consumers of a table. */
public interface StackScope {
    /** The stack's name. */
    String name();

    /** Takes an addition; it is built when the stack is. */
    void take(Supplier<ConstructModel> addition);
}
