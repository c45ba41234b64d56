package sst.local.wire.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sst.local.store.Store;
import sst.local.wire.Endpoint;
import sst.local.wire.Operation;
import sst.local.wire.RestRoute;

/** Makes what an operation changes one unit of the store, so that a kill leaves all of a call or nothing. */
record Whole(Store store) {
    Endpoint endpoint(Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Named named) {
            Map<String, Operation> operations = new HashMap<>();
            named.operations().forEach((name, operation) -> operations.put(name, operation(operation)));
            return new Endpoint.Named(named.signingName(), named.protocol(), named.target(), operations);
        }
        if (endpoint instanceof Endpoint.Rest rest) {
            List<RestRoute> routes = rest.routes().stream().map(this::route).toList();
            return new Endpoint.Rest(rest.signingName(), routes);
        }
        return endpoint;
    }

    private RestRoute route(RestRoute route) {
        return new RestRoute(route.method(), route.path(), route.name(), route.status(), operation(route.operation()));
    }

    private Operation operation(Operation operation) {
        return operation instanceof Operation.Waiting
                ? operation
                : (input, context) -> store.atomically(() -> operation.invoke(input, context));
    }
}
