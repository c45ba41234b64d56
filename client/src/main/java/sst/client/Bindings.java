package sst.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sst.client.ssm.SsmParameters;

/** The values bound to one function: those in its environment, and those its environment only points at. */
final class Bindings {

    private static final String IN_SSM = "__FETCH_FROM_SSM__";
    private static final String IN_SECRET = "__FETCH_FROM_SECRET__:";

    private final Map<String, String> env;
    private final Function<List<String>, Map<String, String>> parameters;
    private @Nullable Map<Binding, String> fetched;

    /** @param parameters names of SSM parameters to the values of those that exist */
    Bindings(Map<String, String> env, Function<List<String>, Map<String, String>> parameters) {
        this.env = Map.copyOf(env);
        this.parameters = parameters;
    }

    String value(Binding wanted) {
        String value = env.get(wanted.variable());
        if (value == null) {
            throw new UnboundException(unbound(wanted));
        }
        if (value.startsWith(IN_SECRET)) {
            return value(new Binding("Secret", value.substring(IN_SECRET.length()), "value"));
        }
        return value.equals(IN_SSM) ? fetched(wanted) : value;
    }

    String setting(String name) {
        String value = env.get(name);
        if (value == null) {
            throw new UnboundException(name + " is not set; this code does not run in a function that sst deployed");
        }
        return value;
    }

    private String fetched(Binding wanted) {
        String value = fetchAll().get(wanted);
        if (value == null) {
            throw new UnboundException(wanted.construct() + " has no value in stage " + env.get("SST_STAGE")
                    + "; set it with: sst secrets set " + wanted.id());
        }
        return value;
    }

    /** One round of calls for everything that SSM holds; a value that is missing now is asked for again later. */
    private synchronized Map<Binding, String> fetchAll() {
        Map<Binding, String> known = fetched;
        if (known != null) {
            return known;
        }
        List<Binding> wanted = all().stream()
                .filter(binding -> IN_SSM.equals(env.get(binding.variable())))
                .toList();
        Map<Binding, String> found = new LinkedHashMap<>(read(wanted, binding -> binding.parameter(env)));
        List<Binding> missing = wanted.stream()
                .filter(binding -> binding.type().equals("Secret") && !found.containsKey(binding))
                .toList();
        found.putAll(read(missing, binding -> binding.fallbackParameter(env)));
        if (found.size() == wanted.size()) {
            fetched = Map.copyOf(found);
        }
        return found;
    }

    private Map<Binding, String> read(List<Binding> wanted, Function<Binding, String> name) {
        Map<String, String> values = wanted.isEmpty()
                ? Map.of()
                : parameters.apply(wanted.stream().map(name).toList());
        return wanted.stream()
                .filter(binding -> values.containsKey(name.apply(binding)))
                .collect(Collectors.toMap(binding -> binding, binding -> values.get(name.apply(binding))));
    }

    private List<Binding> all() {
        return env.keySet().stream()
                .sorted()
                .map(Binding::ofVariable)
                .flatMap(Optional::stream)
                .toList();
    }

    private String unbound(Binding wanted) {
        List<String> bound = all().stream().map(Binding::construct).distinct().toList();
        if (bound.contains(wanted.construct())) {
            return wanted.construct() + " has no property " + wanted.property() + ", only " + properties(wanted);
        }
        String near = NearestName.of(wanted.construct(), bound)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
        return wanted.construct() + " is not bound to this function."
                + near
                + (bound.isEmpty() ? " Nothing is bound to it." : " Bound are: " + String.join(", ", bound) + ".");
    }

    private String properties(Binding wanted) {
        return all().stream()
                .filter(binding -> binding.construct().equals(wanted.construct()))
                .map(Binding::property)
                .collect(Collectors.joining(", "));
    }

    /** Those of the running function; read once, since Lambda never changes a process's environment. */
    static Bindings ofThisFunction() {
        return ThisFunction.BINDINGS;
    }

    private static final class ThisFunction {
        static final Bindings BINDINGS = new Bindings(System.getenv(), SsmParameters.of(System.getenv()));
    }
}
