package sst.model.function.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How a Node function is bundled. */
@Nested("How a Node function is bundled.")
public record NodeProps(
        @Nullable @Prop(value = "The module format: esm or cjs.", defaultsTo = "esm") Format format,
        @Nullable @Prop(value = "Whether the bundle is minified.", defaultsTo = "false") Boolean minify,
        @Nullable @Prop(value = "Whether a source map is deployed beside the code.", defaultsTo = "false")
                Boolean sourcemap,
        @Nullable @Prop(value = "Whether the bundle is split into shared chunks.", defaultsTo = "false")
                Boolean splitting,
        @Nullable @Prop(value = "Code put before the bundle.", example = "'console.log(1)'") String banner,
        @Prop(value = "Packages installed beside the bundle instead of into it.", example = "'sharp'")
                List<String> install,
        @Prop(value = "How files of an ending are loaded.", example = "'.png': 'file'") Map<String, String> loader,
        @Prop("Further esbuild options, by esbuild's names.") Map<String, Object> esbuild) {

    /** A JavaScript module format. */
    public enum Format {
        ESM("esm"),
        CJS("cjs");

        private final String text;

        Format(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
