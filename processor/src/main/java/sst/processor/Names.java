package sst.processor;

import com.palantir.javapoet.ClassName;

/** The names of the model's types; the processor reads them as text, since the model is compiled after it. */
final class Names {
    static final String CONSTRUCT = "sst.model.schema.declare.Construct";
    static final String NESTED = "sst.model.schema.declare.Nested";
    static final String COERCED = "sst.model.schema.declare.Coerced";
    static final String PROP = "sst.model.schema.declare.Prop";
    static final String SIZE = "sst.model.schema.written.Size";

    static final ClassName BLOCK = ClassName.get("sst.model.schema", "Block");
    static final ClassName BLOCK_SCHEMA = ClassName.get("sst.model.schema", "BlockSchema");
    static final ClassName PROP_SCHEMA = ClassName.get("sst.model.schema", "PropSchema");
    static final ClassName PROP_TYPES = ClassName.get("sst.model.schema", "PropTypes");
    static final ClassName PROP_VALUES = ClassName.get("sst.model.schema", "PropValues");
    static final ClassName MAP_BLOCK = ClassName.get("sst.model.schema", "MapBlock");
    static final ClassName CONSTRUCT_KIND = ClassName.get("sst.model.construct", "ConstructKind");
    static final ClassName CONSTRUCT_HANDLE = ClassName.get("sst.model.construct", "ConstructHandle");
    static final ClassName DELEGATES_TO = ClassName.get("groovy.lang", "DelegatesTo");
    static final String APP_PACKAGE = "sst.model.app";

    private Names() {}
}
