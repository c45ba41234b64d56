package sst.model.app.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import sst.model.app.CdkBlock;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.schema.written.Restorable;
import sst.model.schema.written.Textual;
import sst.model.value.Bindable;
import sst.model.value.CdkHook;

/**
 * What a stack's {@code cdk} block returns: it stands for the CDK object that the block will have made, wherever a
 * construct's {@code cdk} or permissions take one, and gives references to the object's values.
 */
public final class CdkHandle implements Bindable, Textual, Restorable {
    private final ConstructId id;
    private final CdkHook hook;
    private final Map<String, CdkHook> values = new LinkedHashMap<>();

    CdkHandle(ConstructId id, CdkHook hook) {
        this.id = id;
        this.hook = hook;
    }

    @Override
    public ConstructId constructId() {
        return id;
    }

    /** A text value of the CDK object: {@code cluster.ref { it.clusterName }}. */
    public Ref ref(Function<Object, Object> closure) {
        String attribute = "value" + (values.size() + 1);
        values.put(attribute, CdkHook.from(closure));
        return new Ref(id, attribute);
    }

    /** What the block returns, where a text goes. */
    @Override
    public Ref asText() {
        return ref(CdkHandle::requireText);
    }

    private static Object requireText(Object returned) {
        if (returned instanceof CharSequence) {
            return returned;
        }
        throw new IllegalArgumentException("a text is needed, but the cdk block returns a "
                + returned.getClass().getSimpleName());
    }

    @Override
    public Runnable remember() {
        Map<String, CdkHook> kept = new LinkedHashMap<>(values);
        return () -> {
            values.clear();
            values.putAll(kept);
        };
    }

    CdkBlock build() {
        return new CdkBlock(id, hook, values);
    }
}
