package sst.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads annotation values by name, without loading the annotated classes. */
final class Annotations {
    private final Map<String, Object> values = new java.util.HashMap<>();

    private Annotations(AnnotationMirror mirror) {
        mirror.getElementValues()
                .forEach((method, value) -> values.put(method.getSimpleName().toString(), value.getValue()));
    }

    static Optional<Annotations> on(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation))
                .findFirst()
                .map(Annotations::new);
    }

    String text(String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    Optional<TypeMirror> type(String name) {
        return values.get(name) instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
    }

    List<String> texts(String name) {
        return list(name).stream().map(each -> String.valueOf(each.getValue())).toList();
    }

    List<TypeMirror> types(String name) {
        return list(name).stream().map(each -> (TypeMirror) each.getValue()).toList();
    }

    @SuppressWarnings("unchecked")
    private List<? extends AnnotationValue> list(String name) {
        return values.get(name) instanceof List<?> list ? (List<? extends AnnotationValue>) list : List.of();
    }
}
