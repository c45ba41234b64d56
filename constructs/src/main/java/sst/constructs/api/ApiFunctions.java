package sst.constructs.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sst.constructs.function.FunctionSettings;
import sst.constructs.host.Errors;
import sst.model.api.ApiProps;
import sst.model.api.Route;
import sst.model.app.StackModel;
import sst.model.construct.ConstructModel;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.SourceRef;
import sst.model.function.FunctionDefinition;
import sst.model.function.FunctionProps;

/** The functions that an API makes for its routes. */
final class ApiFunctions {
    private ApiFunctions() {}

    static Map<String, FunctionProps> of(ApiProps props, StackModel stack) {
        Map<String, FunctionProps> functions = new LinkedHashMap<>();
        props.routes().forEach((key, route) -> own(route, props, stack).ifPresent(own -> functions.put(key, own)));
        return functions;
    }

    /** The line of a route that makes a function; of the API for all others. */
    static SourceRef at(ConstructModel model, String key) {
        Route route = model.props(ApiProps.class).routes().get(key);
        return route instanceof Route.ToFunction target
                        && target.props().function() instanceof FunctionDefinition.Inline inline
                ? inline.at()
                : model.at();
    }

    private static Optional<FunctionProps> own(Route route, ApiProps props, StackModel stack) {
        if (!(route instanceof Route.ToFunction target)) {
            return Optional.empty();
        }
        FunctionDefinition definition = target.props().function();
        FunctionProps defaults = defaults(props);
        if (definition instanceof FunctionDefinition.Existing && defaults != null) {
            throw Errors.of(Code.CONFLICT, "a route to an existing function cannot take the API's function defaults")
                    .hint("set the props where the function is made, or remove defaults { function }")
                    .asError();
        }
        return definition instanceof FunctionDefinition.Inline inline
                ? Optional.of(FunctionSettings.merged(stack, defaults, inline.props()))
                : Optional.empty();
    }

    private static @Nullable FunctionProps defaults(ApiProps props) {
        return props.defaults() == null ? null : props.defaults().function();
    }
}
