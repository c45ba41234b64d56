package sst.model.schema.written;

import java.util.function.Consumer;

/** The body of a block that asks the block what may stand in it, as closures of the config do: any block will do. */
public interface Body extends Consumer<Object> {}
