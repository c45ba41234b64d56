package sst.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The setters of one entry of a map prop, which Java has instead of named arguments and blocks with names of the user's
 * own: {@code route("GET /notes", "src/list.main")}.
 */
final class EntrySetters {
    private static final TypeName ANY_FUNCTION = ParameterizedTypeName.get(
            ClassName.get(Function.class),
            WildcardTypeName.supertypeOf(Object.class),
            WildcardTypeName.subtypeOf(Object.class));

    private final ClassName block;
    private final PropModel prop;
    private final List<MethodSpec> methods = new ArrayList<>();

    private EntrySetters(ClassName block, PropModel prop) {
        this.block = block;
        this.prop = prop;
    }

    static List<MethodSpec> of(ClassName block, PropModel prop, Form value) {
        EntrySetters setters = new EntrySetters(block, prop);
        setters.taking(ClassName.OBJECT);
        if (value instanceof Form.Union union && union.takes(Function.class.getName())) {
            setters.taking(ANY_FUNCTION);
        }
        blockOf(value)
                .ifPresent(body -> setters.taking(
                        ParameterizedTypeName.get(ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(body))));
        return setters.methods;
    }

    private static Optional<ClassName> blockOf(Form value) {
        if (value instanceof Form.Props props) {
            return Optional.of(BlockModel.blockOf(props.element()));
        }
        Optional<TypeMirror> record = value instanceof Form.Union union ? union.record() : Optional.empty();
        return record.map(mirror -> BlockModel.blockOf((TypeElement) ((DeclaredType) mirror).asElement()));
    }

    private void taking(TypeName type) {
        methods.add(MethodSpec.methodBuilder(singular(prop.name()))
                .addJavadoc("$L One more entry.\n", prop.text().doc())
                .addModifiers(Modifier.PUBLIC)
                .returns(block)
                .addParameter(String.class, "key")
                .addParameter(type, "value")
                .addStatement("add($S, $T.of(key, value))", prop.name(), Map.class)
                .addStatement("return this")
                .build());
    }

    /** {@code routes} is {@code route}, {@code globalIndexes} is {@code globalIndex}, {@code environment} stays. */
    private static String singular(String plural) {
        return plural.replaceFirst("ies$", "y").replaceFirst("(?<=x)es$|(?<=[^s])s$", "");
    }
}
