package sst.model.function.build;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** A cache of image layers, as {@code docker build --cache-from} and {@code --cache-to} name it. */
@Nested("A cache of image layers.")
public record ContainerCache(
        @Nullable @Prop(value = "Its kind: registry, local, inline, gha, s3.", required = true, example = "'registry'")
                String type,
        @Prop(value = "What Docker asks of this kind.", example = "ref: 'acme/cache:main'")
                Map<String, String> params) {}
