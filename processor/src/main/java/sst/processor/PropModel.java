package sst.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/**
 * One component of a record of props.
 *
 * @param name the prop's name
 * @param form the shape of its value
 * @param text its documentation
 * @param required whether the block is wrong without it
 */
record PropModel(String name, Form form, Text text, boolean required) {
    /** What {@code @Prop} says about it. */
    record Text(String doc, String defaultsTo, String example, List<String> synonyms) {}

    static PropModel read(RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        Annotations prop = Annotations.on(component, Names.PROP)
                .orElseThrow(() ->
                        new IllegalStateException(component.getEnclosingElement() + "." + name + " has no @Prop"));
        Optional<TypeMirror> block = prop.type("block");
        Form form = Form.of(component.asType(), block);
        return new PropModel(
                name,
                prop.flag("partial") ? form.partial() : form,
                new Text(prop.text("value"), prop.text("defaultsTo"), prop.text("example"), prop.texts("synonyms")),
                prop.flag("required"));
    }
}
