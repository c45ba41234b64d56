package sst.model.api.route;

import org.jspecify.annotations.Nullable;
import sst.model.schema.declare.Nested;
import sst.model.schema.declare.Prop;

/** What answers a route, when that is no function. */
@Nested("What answers a route; the props of each kind follow.")
public record RouteKind(@Nullable @Prop(value = "What answers.", defaultsTo = "function") Kind type) {
    /** What answers. */
    public enum Kind {
        FUNCTION("function"),
        GRAPHQL("graphql"),
        URL("url"),
        ALB("alb"),
        NLB("nlb"),
        AWS("aws");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
