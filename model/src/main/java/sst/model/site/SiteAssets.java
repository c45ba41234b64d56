package sst.model.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How a site's files are served. */
@Nested("How a site's files are served.")
public record SiteAssets(
        @Nullable
                @Prop(value = "The charset of texts: 'utf-8', 'iso-8859-1' and so on, or 'none'.", defaultsTo = "utf-8")
                String textEncoding,
        @Prop(
                        value = "Headers of files; a later rule wins.",
                        example = "files: '**/*.png', cacheControl: 'max-age=3600'")
                List<FileOption> fileOptions) {}
