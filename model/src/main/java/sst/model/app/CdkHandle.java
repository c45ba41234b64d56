package sst.model.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.value.CdkHook;

/** What a stack's {@code cdk} block returns: references to values of the CDK object it will have made. */
public final class CdkHandle {
    private final ConstructId id;
    private final CdkHook hook;
    private final Map<String, CdkHook> values = new LinkedHashMap<>();

    CdkHandle(ConstructId id, CdkHook hook) {
        this.id = id;
        this.hook = hook;
    }

    /** A text value of the CDK object: {@code cluster.ref { it.clusterName }}. */
    public Ref ref(Function<Object, Object> closure) {
        String attribute = "value" + (values.size() + 1);
        values.put(attribute, CdkHook.from(closure));
        return new Ref(id, attribute);
    }

    CdkBlock build() {
        return new CdkBlock(id, hook, values);
    }
}
