package sst.dsl.docs;

import java.util.List;
import sst.model.app.AppBlock;
import sst.model.app.Constructs;
import sst.model.construct.ConstructKind;
import sst.model.schema.BlockSchema;
import sst.model.schema.PropSchema;

/** The script by which IntelliJ completes {@code sst.config.groovy}; it lies in the jar as {@code sst.gdsl}. */
public final class Gdsl {
    private final StringBuilder script = new StringBuilder();

    private Gdsl() {}

    /** The whole script. */
    public static String script() {
        Gdsl gdsl = new Gdsl();
        gdsl.write();
        return gdsl.script.toString();
    }

    private void write() {
        line("// Generated from the declarations of the constructs.");
        line("def config = context(filetypes: ['groovy'], scope: scriptScope())");
        line("contributor(config) {");
        line("    if (!place?.containingFile?.name?.endsWith('.groovy')) { return }");
        method("app", "The app as a whole.", List.of("body: Closure"));
        method("stack", "A stack, or more of one.", List.of("name: String", "body: Closure"));
        method("include", "Further files, by a path or pattern.", List.of("pattern: String"));
        line("    property name: 'stage', type: 'String', doc: 'The stage.'");
        line("    property name: 'env', type: 'Map', doc: 'Environment variables.'");
        line("    property name: 'isLocal', type: 'boolean', doc: 'Whether the app runs on the local cloud.'");
        line("    property name: 'isDev', type: 'boolean', doc: 'Whether sst dev runs the app.'");
        line("}");
        inCall("app", () -> props(AppBlock.SCHEMA));
        inCall("stack", this::constructs);
        Constructs.all().forEach(kind -> inCall(kind.method(), () -> props(kind.schema())));
    }

    private void constructs() {
        for (ConstructKind<?, ?> kind : Constructs.all()) {
            method(kind.method(), kind.schema().doc(), List.of("id: String", "body: Closure"));
            method(kind.method(), kind.schema().doc(), List.of("props: Map", "id: String"));
        }
    }

    private void props(BlockSchema<?> schema) {
        for (PropSchema prop : schema.props()) {
            method(prop.name(), prop.doc() + " " + prop.type().description(), List.of("value: Object"));
        }
    }

    private void inCall(String call, Runnable body) {
        line("contributor(context(scope: closureScope())) {");
        line("    if (enclosingCall('" + call + "')) {");
        body.run();
        line("    }");
        line("}");
    }

    private void method(String name, String doc, List<String> parameters) {
        StringBuilder list = new StringBuilder();
        for (String parameter : parameters) {
            String[] parts = parameter.split(": ", 2);
            list.append(list.isEmpty() ? "" : ", ")
                    .append(parts[0])
                    .append(": '")
                    .append(parts[1])
                    .append("'");
        }
        line("    method name: '" + name + "', type: 'Object', params: [" + list + "], doc: '" + doc.replace("'", "\\'")
                + "'");
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
