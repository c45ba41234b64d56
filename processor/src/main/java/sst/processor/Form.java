package sst.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The shape of a prop's value, read off the component's Java type. */
sealed interface Form {
    /** The expression that gives its {@code PropType}. */
    CodeBlock type();

    /** A value without structure; {@code accepts} are the Java types of its setters. */
    record Scalar(CodeBlock type, List<TypeName> accepts) implements Form {}

    /** True or false, with a setter without argument. */
    record Flag() implements Form {
        @Override
        public CodeBlock type() {
            return CodeBlock.of("$T.flag()", Names.PROP_TYPES);
        }
    }

    /** A list of values of another form. */
    record Items(Form item) implements Form {
        @Override
        public CodeBlock type() {
            return CodeBlock.of("$T.list($L)", Names.PROP_TYPES, item.type());
        }
    }

    /** A map with the user's keys; {@code block} fills it. */
    record Entries(Form value, Optional<TypeMirror> block) implements Form {
        @Override
        public CodeBlock type() {
            return block.map(custom -> CodeBlock.of("$T.map($L, $T::new)", Names.PROP_TYPES, value.type(), custom))
                    .orElseGet(() -> CodeBlock.of("$T.map($L)", Names.PROP_TYPES, value.type()));
        }
    }

    /** A record with a block of its own. */
    record Props(TypeElement element, boolean isPartial) implements Form {
        @Override
        public CodeBlock type() {
            return CodeBlock.of(
                    "$T.$L(() -> $T.SCHEMA)",
                    Names.PROP_TYPES,
                    isPartial ? "partial" : "nested",
                    BlockModel.blockOf(element));
        }
    }

    /** A type with several written forms. */
    record Union(TypeElement element) implements Form {
        @Override
        public CodeBlock type() {
            TypeName forms = written().type("forms").map(TypeName::get).orElse(ClassName.get(element));
            return CodeBlock.of("$T.type()", forms);
        }

        /** The Java types of its setters. */
        List<TypeMirror> accepts() {
            return written().types("accepts");
        }

        /** The record whose block may stand in its place. */
        Optional<TypeMirror> record() {
            return written().type("record");
        }

        boolean takes(String type) {
            return accepts().stream()
                    .anyMatch(each -> each instanceof DeclaredType declared
                            && ((TypeElement) declared.asElement())
                                    .getQualifiedName()
                                    .contentEquals(type));
        }

        private Annotations written() {
            return Annotations.on(element, Names.COERCED).orElseThrow();
        }
    }

    /** The same, but what the record requires may be missing. */
    default Form partial() {
        return this instanceof Props props ? new Props(props.element(), true) : this;
    }

    static Form of(TypeMirror mirror, Optional<TypeMirror> block) {
        TypeElement element = (TypeElement) ((DeclaredType) mirror).asElement();
        String name = element.getQualifiedName().toString();
        List<? extends TypeMirror> arguments = ((DeclaredType) mirror).getTypeArguments();
        if (name.equals("java.util.List")) {
            return new Items(of(arguments.get(0), Optional.empty()));
        }
        if (name.equals("java.util.Map")) {
            return new Entries(of(arguments.get(1), Optional.empty()), block);
        }
        if (name.equals("java.lang.Boolean")) {
            return new Flag();
        }
        return simple(element, name);
    }

    private static Form simple(TypeElement element, String name) {
        Map<String, Scalar> scalars = Map.of(
                "java.lang.String",
                scalar("text", ClassName.get(CharSequence.class)),
                "java.lang.Integer",
                scalar("integer", TypeName.INT),
                "java.lang.Object",
                scalar("any", ClassName.get(Object.class)),
                "java.time.Duration",
                scalar("duration", ClassName.get(String.class), TypeName.INT, ClassName.get(element)),
                Names.SIZE,
                scalar("size", ClassName.get(String.class), TypeName.INT, ClassName.get(element)));
        Scalar scalar = scalars.get(name);
        if (scalar != null) {
            return scalar;
        }
        if (Annotations.on(element, Names.COERCED).isPresent()) {
            return new Union(element);
        }
        if (element.getKind() == ElementKind.ENUM) {
            CodeBlock choice = CodeBlock.of("$T.choice($T.class)", Names.PROP_TYPES, element);
            return new Scalar(choice, List.of(ClassName.get(String.class), ClassName.get(element)));
        }
        return new Props(element, false);
    }

    private static Scalar scalar(String factory, TypeName... accepts) {
        return new Scalar(CodeBlock.of("$T.$L()", Names.PROP_TYPES, factory), List.of(accepts));
    }
}
