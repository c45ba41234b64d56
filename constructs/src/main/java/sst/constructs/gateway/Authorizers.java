package sst.constructs.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.IFunction;
import sst.constructs.cdk.CdkProps;
import sst.constructs.event.Resource;
import sst.constructs.event.Spot;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.Suggestion;
import sst.model.gateway.AuthorizerFunction;
import sst.model.value.CdkOverride;

/** What authorizers of all kinds of APIs share: their names, and the objects that the config gives. */
public final class Authorizers {
    /** Lets everyone call. */
    public static final String NONE = "none";

    /** Lets signed requests of IAM's users and roles call. */
    public static final String IAM = "iam";

    private Authorizers() {}

    /** Refuses names that mean something else. */
    public static void requireNames(Collection<String> names) {
        names.stream().filter(List.of(NONE, IAM)::contains).findFirst().ifPresent(name -> {
            throw Errors.of(Code.INVALID_VALUE, "an authorizer cannot be named '" + name + "'")
                    .hint("give it another name; '" + name + "' has a meaning of its own")
                    .subject(name)
                    .asError();
        });
    }

    /** The name that counts for a route. */
    public static String chosen(@Nullable String own, @Nullable String usual) {
        return own != null ? own : usual != null ? usual : NONE;
    }

    /** The authorizer of a name. */
    public static <T> T named(Map<String, T> authorizers, String name) {
        T found = authorizers.get(name);
        if (found == null) {
            throw Errors.of(Code.INVALID_VALUE, "there is no authorizer '" + name + "'")
                    .hint(Suggestion.nearest(name, authorizers.keySet())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("declare it under 'authorizers', or use 'none' or 'iam'"))
                    .subject(name)
                    .asError();
        }
        return found;
    }

    /** What a key of an authorizer's {@code cdk} gives. */
    public static <T> Optional<T> given(Spot spot, Map<String, CdkOverride> cdk, String key, Class<T> type) {
        return Resource.other(spot, CdkProps.of(cdk, key), type, Optional.empty());
    }

    /** The function that an authorizer asks. */
    public static IFunction function(Spot spot, @Nullable AuthorizerFunction function) {
        if (function == null) {
            throw new IllegalStateException("an authorizer without a function is refused when it is written");
        }
        return (IFunction) spot.site().values().construct(function.id()).cdk();
    }
}
