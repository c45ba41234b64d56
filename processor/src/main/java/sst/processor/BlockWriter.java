package sst.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the block of one record. */
final class BlockWriter {
    private BlockWriter() {}

    static JavaFile write(BlockModel model) {
        ParameterizedTypeName parent = ParameterizedTypeName.get(Names.BLOCK, model.recordName());
        TypeSpec.Builder type = TypeSpec.classBuilder(model.blockName())
                .addJavadoc("$L\n", model.doc())
                .addAnnotation(suppressed())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(parent)
                .addField(schema(model))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("super(SCHEMA)")
                        .build());
        model.props().forEach(prop -> Setters.of(model.blockName(), prop).forEach(type::addMethod));
        type.addMethod(make(model)).addMethod(read(model));
        return JavaFile.builder(model.blockName().packageName(), type.build())
                .indent("    ")
                .build();
    }

    static AnnotationSpec suppressed() {
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "all")
                .build();
    }

    private static FieldSpec schema(BlockModel model) {
        List<CodeBlock> props = model.props().stream().map(BlockWriter::prop).toList();
        CodeBlock list = CodeBlock.join(props, ",\n");
        return FieldSpec.builder(
                        ParameterizedTypeName.get(Names.BLOCK_SCHEMA, model.recordName()),
                        "SCHEMA",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "new $T<>($S, $S, $T.of(\n$L), $T::new)",
                        Names.BLOCK_SCHEMA,
                        model.name(),
                        model.doc(),
                        List.class,
                        list,
                        model.blockName())
                .build();
    }

    private static CodeBlock prop(PropModel prop) {
        PropModel.Text text = prop.text();
        CodeBlock synonyms =
                text.synonyms().stream().map(each -> CodeBlock.of("$S", each)).collect(joined());
        return CodeBlock.of(
                "new $T($S, $L, $S, $S, $S, $L, $T.of($L))",
                Names.PROP_SCHEMA,
                prop.name(),
                prop.form().type(),
                text.doc(),
                text.defaultsTo(),
                text.example(),
                prop.required(),
                List.class,
                synonyms);
    }

    private static Collector<CodeBlock, ?, CodeBlock> joined() {
        return Collectors.collectingAndThen(Collectors.toList(), parts -> CodeBlock.join(parts, ", "));
    }

    private static MethodSpec make(BlockModel model) {
        CodeBlock arguments = model.props().stream().map(BlockWriter::argument).collect(joined());
        return MethodSpec.methodBuilder("make")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(model.recordName())
                .addParameter(Names.PROP_VALUES, "values")
                .addStatement("return new $T($L)", model.recordName(), arguments)
                .build();
    }

    private static CodeBlock argument(PropModel prop) {
        if (prop.form() instanceof Form.Items) {
            return CodeBlock.of("values.list($S)", prop.name());
        }
        return CodeBlock.of(prop.form() instanceof Form.Entries ? "values.map($S)" : "values.get($S)", prop.name());
    }

    private static MethodSpec read(BlockModel model) {
        ParameterizedTypeName map =
                ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), ClassName.OBJECT);
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(map)
                .addParameter(model.recordName(), "record")
                .addStatement("$T values = new $T<>()", map, LinkedHashMap.class);
        for (PropModel prop : model.props()) {
            boolean isCollection = prop.form() instanceof Form.Items || prop.form() instanceof Form.Entries;
            String isSet = isCollection ? "!record.$L().isEmpty()" : "record.$L() != null";
            method.beginControlFlow("if (" + isSet + ")", prop.name())
                    .addStatement("values.put($S, record.$L())", prop.name(), prop.name())
                    .endControlFlow();
        }
        return method.addStatement("return values").build();
    }
}
