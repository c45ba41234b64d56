package sst.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The setters of one prop: a typed one for each form users may write, and one for assignment. */
final class Setters {
    private static final int DELEGATE_ONLY = 3;
    private static final TypeName ANY_MAP = ParameterizedTypeName.get(
            ClassName.get(Map.class), ClassName.get(String.class), WildcardTypeName.subtypeOf(Object.class));

    private final ClassName block;
    private final PropModel prop;
    private final List<MethodSpec> methods = new ArrayList<>();

    private Setters(ClassName block, PropModel prop) {
        this.block = block;
        this.prop = prop;
    }

    static List<MethodSpec> of(ClassName block, PropModel prop) {
        Setters setters = new Setters(block, prop);
        setters.forForm(prop.form());
        setters.assignment();
        return setters.methods;
    }

    private void forForm(Form form) {
        if (form instanceof Form.Scalar scalar) {
            scalar.accepts().forEach(this::taking);
        } else if (form instanceof Form.Flag) {
            methods.add(start().addStatement("add($S, true)", prop.name())
                    .addStatement("return this")
                    .build());
            taking(TypeName.BOOLEAN);
        } else if (form instanceof Form.Items) {
            methods.add(start().addParameter(Object[].class, "items")
                    .varargs()
                    .addStatement("add($S, listOf(items))", prop.name())
                    .addStatement("return this")
                    .build());
            taking(ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(Object.class)));
        } else if (form instanceof Form.Entries entries) {
            taking(ANY_MAP);
            body(entries.block()
                    .map(TypeName::get)
                    .orElse(ParameterizedTypeName.get(Names.MAP_BLOCK, WildcardTypeName.subtypeOf(Object.class))));
            methods.addAll(EntrySetters.of(block, prop, entries.value()));
        } else if (form instanceof Form.Props props) {
            ofRecord(props.element());
        } else if (form instanceof Form.Union union) {
            union(union);
        }
    }

    private void union(Form.Union union) {
        union.accepts().forEach(type -> taking(withWildcards(type)));
        union.record().ifPresent(mirror -> ofRecord((TypeElement) ((DeclaredType) mirror).asElement()));
    }

    /** {@code List.class} in an annotation is raw; a setter takes {@code List<?>}. */
    private static TypeName withWildcards(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return TypeName.get(type);
        }
        TypeElement element = (TypeElement) declared.asElement();
        TypeName[] any = element.getTypeParameters().stream()
                .map(parameter -> (TypeName) WildcardTypeName.subtypeOf(Object.class))
                .toArray(TypeName[]::new);
        ClassName name = ClassName.get(element);
        return any.length == 0 ? name : ParameterizedTypeName.get(name, any);
    }

    private void ofRecord(TypeElement record) {
        taking(ANY_MAP);
        taking(ClassName.get(record));
        body(BlockModel.blockOf(record));
    }

    private void taking(TypeName type) {
        methods.add(start().addParameter(type, "value")
                .addStatement("add($S, value)", prop.name())
                .addStatement("return this")
                .build());
    }

    private void body(TypeName delegate) {
        TypeName raw = delegate instanceof ParameterizedTypeName generic ? generic.rawType() : delegate;
        AnnotationSpec delegates = AnnotationSpec.builder(Names.DELEGATES_TO)
                .addMember("value", "$T.class", raw)
                .addMember("strategy", "$L", DELEGATE_ONLY)
                .build();
        TypeName consumer =
                ParameterizedTypeName.get(ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(delegate));
        methods.add(start().addParameter(ParameterSpec.builder(consumer, "body")
                        .addAnnotation(delegates)
                        .build())
                .addStatement("add($S, body)", prop.name())
                .addStatement("return this")
                .build());
    }

    private void assignment() {
        String name = prop.name().substring(0, 1).toUpperCase(Locale.ROOT)
                + prop.name().substring(1);
        methods.add(MethodSpec.methodBuilder("set" + name)
                .addJavadoc("Groovy's assignment {@code $L = …}.\n", prop.name())
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Object.class, "value")
                .addStatement("set($S, value)", prop.name())
                .build());
    }

    private MethodSpec.Builder start() {
        return MethodSpec.methodBuilder(prop.name())
                .addJavadoc("$L\n", prop.text().doc())
                .addModifiers(Modifier.PUBLIC)
                .returns(block);
    }
}
