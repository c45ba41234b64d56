package sst.model.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** Headers of some of a site's files. */
@Nested("Headers of some of a site's files.")
public record FileOption(
        @Prop(value = "Which files.", example = "'**/*.js'", required = true) List<String> files,
        @Prop("Which of these not.") List<String> ignore,
        @Nullable @Prop(value = "How long browsers and CloudFront keep them.", example = "'max-age=3600'")
                String cacheControl,
        @Nullable @Prop(value = "Their type; left out, that of their name.", example = "'text/plain'")
                String contentType,
        @Nullable @Prop(value = "How they are packed.", example = "'br'") String contentEncoding) {}
