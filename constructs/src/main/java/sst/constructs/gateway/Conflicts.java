package sst.constructs.gateway;

import java.util.Map;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;

/** Refuses props that say something about an object which is there already. */
public final class Conflicts {
    private Conflicts() {}

    /**
     * Refuses every prop that is set.
     *
     * @param set whether each is
     * @param object the key of {@code cdk} that gives the object
     */
    public static void refuse(Map<String, Boolean> set, String object) {
        set.forEach((prop, isSet) -> {
            if (isSet) {
                throw Errors.of(Code.CONFLICT, "'" + prop + "' cannot be set: 'cdk." + object + "' is there already")
                        .hint("set it where that is made")
                        .subject(prop)
                        .asError();
            }
        });
    }

    /**
     * Refuses CDK props for which SST has a prop of its own.
     *
     * @param cdk the CDK props of an object
     * @param object its key of {@code cdk}
     * @param instead the prop to use, by the CDK prop
     */
    public static void refuse(Map<String, Object> cdk, String object, Map<String, String> instead) {
        instead.forEach((name, prop) -> {
            if (cdk.containsKey(name)) {
                throw Errors.of(Code.CONFLICT, "'" + name + "' of 'cdk." + object + "' cannot be set")
                        .hint("use '" + prop + "'")
                        .subject(name)
                        .asError();
            }
        });
    }
}
