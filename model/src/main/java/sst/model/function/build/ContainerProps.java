package sst.model.function.build;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** How the image of a function or job is built; its folder is the handler. */
@Nested("How the image of a container is built; its folder is the handler.")
public record ContainerProps(
        @Prop(value = "The command in place of the Dockerfile's.", example = "'index.handler'") List<String> cmd,
        @Nullable
                @Prop(
                        value = "The Dockerfile, below the folder.",
                        defaultsTo = "Dockerfile",
                        example = "'dev.Dockerfile'")
                String file,
        @Prop(value = "Values of the Dockerfile's ARGs.", example = "FOO: 'bar'") Map<String, String> buildArgs,
        @Nullable @Prop(value = "An SSH agent or keys for the build.", example = "'default'") String buildSsh,
        @Prop(value = "Where layers may be taken from.", example = "type: 'registry', params: [ref: 'acme/cache:main']")
                List<ContainerCache> cacheFrom,
        @Nullable @Prop(value = "Where layers are put.", example = "type: 'local', params: [dest: 'cache']")
                ContainerCache cacheTo) {}
