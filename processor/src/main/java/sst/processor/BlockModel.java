package sst.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A record of props as the writers see it.
 *
 * @param element the record
 * @param name the block's name as users write it
 * @param doc what it is
 * @param props its components
 * @param construct present when it is a construct, not a nested record
 */
record BlockModel(
        TypeElement element, String name, String doc, List<PropModel> props, Optional<ConstructModel> construct) {

    /**
     * What only constructs have.
     *
     * @param method the stack's method
     * @param type SST's class name
     * @param handle the handle's class
     * @param synonyms other names of the method
     */
    record ConstructModel(String method, String type, TypeMirror handle, List<String> synonyms) {}

    static BlockModel read(TypeElement record) {
        List<PropModel> props =
                record.getRecordComponents().stream().map(PropModel::read).toList();
        String simple = record.getSimpleName().toString();
        Optional<Annotations> construct = Annotations.on(record, Names.CONSTRUCT);
        if (construct.isPresent()) {
            Annotations values = construct.get();
            ConstructModel model = new ConstructModel(
                    values.text("value"),
                    values.text("type").isEmpty() ? simple.replaceFirst("Props$", "") : values.text("type"),
                    values.type("handle").orElseThrow(),
                    values.texts("synonyms"));
            return new BlockModel(record, model.method(), values.text("doc"), props, Optional.of(model));
        }
        String doc = Annotations.on(record, Names.NESTED).orElseThrow().text("value");
        return new BlockModel(record, decapitalized(simple.replaceFirst("Props$", "")), doc, props, Optional.empty());
    }

    ClassName recordName() {
        return ClassName.get(element);
    }

    ClassName blockName() {
        return blockOf(element);
    }

    /** {@code TableProps} has {@code TableBlock}, {@code PrimaryIndex} has {@code PrimaryIndexBlock}. */
    static ClassName blockOf(TypeElement record) {
        ClassName name = ClassName.get(record);
        return ClassName.get(name.packageName(), name.simpleName().replaceFirst("Props$", "") + "Block");
    }

    private static String decapitalized(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
