package sst.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Writes the list of all constructs, and the typed methods by which a stack makes them. */
final class CatalogueWriter {
    private static final ClassName CONSTRUCTS = ClassName.get(Names.APP_PACKAGE, "Constructs");
    private static final TypeName ANY_MAP = ParameterizedTypeName.get(
            ClassName.get(Map.class), ClassName.get(String.class), WildcardTypeName.subtypeOf(Object.class));

    private CatalogueWriter() {}

    static JavaFile constructs(List<BlockModel> constructs) {
        TypeSpec.Builder type = TypeSpec.classBuilder(CONSTRUCTS)
                .addJavadoc("Every construct, in the order of their declaration.\n")
                .addAnnotation(BlockWriter.suppressed())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        constructs.forEach(model -> type.addField(kind(model)));
        TypeName wild = WildcardTypeName.subtypeOf(Object.class);
        TypeName list = ParameterizedTypeName.get(
                ClassName.get(List.class), ParameterizedTypeName.get(Names.CONSTRUCT_KIND, wild, wild));
        CodeBlock names = CodeBlock.join(
                constructs.stream()
                        .map(model -> CodeBlock.of("$L", constant(model)))
                        .toList(),
                ", ");
        type.addMethod(MethodSpec.methodBuilder("all")
                .addJavadoc("Every construct.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(list)
                .addStatement("return $T.of($L)", List.class, names)
                .build());
        return JavaFile.builder(Names.APP_PACKAGE, type.build()).indent("    ").build();
    }

    private static FieldSpec kind(BlockModel model) {
        BlockModel.ConstructModel construct = model.construct().orElseThrow();
        TypeName type =
                ParameterizedTypeName.get(Names.CONSTRUCT_KIND, model.recordName(), TypeName.get(construct.handle()));
        CodeBlock synonyms = CodeBlock.join(
                construct.synonyms().stream()
                        .map(each -> CodeBlock.of("$S", each))
                        .toList(),
                ", ");
        return FieldSpec.builder(type, constant(model), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T<>($S, $S, $T.of($L), $T.SCHEMA, (scope, block) -> new $T(scope, ($T) block))",
                        Names.CONSTRUCT_KIND,
                        construct.method(),
                        construct.type(),
                        List.class,
                        synonyms,
                        model.blockName(),
                        construct.handle(),
                        model.blockName())
                .build();
    }

    static JavaFile stackMethods(List<BlockModel> constructs) {
        TypeVariableName handle = TypeVariableName.get(
                "H", ParameterizedTypeName.get(Names.CONSTRUCT_HANDLE, WildcardTypeName.subtypeOf(Object.class)));
        TypeSpec.Builder type = TypeSpec.classBuilder("StackConstructs")
                .addJavadoc("The constructs of a stack, each a method in the block, map and named-argument form.\n")
                .addAnnotation(BlockWriter.suppressed())
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addMethod(MethodSpec.methodBuilder("construct")
                        .addJavadoc("Makes a construct from a map, a body, or nothing.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .addTypeVariable(handle)
                        .returns(handle)
                        .addParameter(
                                ParameterizedTypeName.get(
                                        Names.CONSTRUCT_KIND, WildcardTypeName.subtypeOf(Object.class), handle),
                                "kind")
                        .addParameter(String.class, "id")
                        .addParameter(Object.class, "props")
                        .build());
        constructs.forEach(model -> addMethods(type, model));
        return JavaFile.builder(Names.APP_PACKAGE, type.build()).indent("    ").build();
    }

    static JavaFile edits(List<BlockModel> constructs) {
        TypeSpec.Builder type = TypeSpec.classBuilder("Edits")
                .addJavadoc(
                        "More props for a construct that is made already, as a block of its own kind writes them.\n")
                .addAnnotation(BlockWriter.suppressed())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (BlockModel model : constructs) {
            BlockModel.ConstructModel construct = model.construct().orElseThrow();
            TypeName body = ParameterizedTypeName.get(
                    ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(model.blockName()));
            type.addMethod(MethodSpec.methodBuilder("edit")
                    .addJavadoc("$L More props of one.\n", model.doc())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addParameter(TypeName.get(construct.handle()), "made")
                    .addParameter(body, "props")
                    .addStatement("props.accept(($T) made.block())", model.blockName())
                    .build());
        }
        return JavaFile.builder(Names.APP_PACKAGE, type.build()).indent("    ").build();
    }

    private static void addMethods(TypeSpec.Builder type, BlockModel model) {
        TypeName body = ParameterizedTypeName.get(
                ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(model.blockName()));
        AnnotationSpec delegates = AnnotationSpec.builder(Names.DELEGATES_TO)
                .addMember("value", "$T.class", model.blockName())
                .addMember("strategy", "$L", 3)
                .build();
        ParameterSpec id = ParameterSpec.builder(String.class, "id").build();
        ParameterSpec props = ParameterSpec.builder(ANY_MAP, "props").build();
        ParameterSpec block =
                ParameterSpec.builder(body, "props").addAnnotation(delegates).build();
        type.addMethod(method(model, List.of(id), "java.util.Map.of()"));
        type.addMethod(method(model, List.of(id, props), "props"));
        type.addMethod(method(model, List.of(props, id), "props"));
        type.addMethod(method(model, List.of(id, block), "props"));
    }

    private static MethodSpec method(BlockModel model, List<ParameterSpec> parameters, String props) {
        BlockModel.ConstructModel construct = model.construct().orElseThrow();
        return MethodSpec.methodBuilder(construct.method())
                .addJavadoc("$L\n", model.doc())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.get(construct.handle()))
                .addParameters(parameters)
                .addStatement("return construct($T.$L, id, $L)", CONSTRUCTS, constant(model), props)
                .build();
    }

    private static String constant(BlockModel model) {
        String type = model.construct().orElseThrow().type();
        return type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
