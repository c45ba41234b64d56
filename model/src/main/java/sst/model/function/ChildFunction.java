package sst.model.function;

import java.util.function.BiConsumer;
import sst.model.ref.ConstructId;
import sst.model.ref.Ref;
import sst.model.value.Bindable;

/** A function that another construct makes, such as the one behind a route: {@code api.getFunction('GET /notes')}. */
public final class ChildFunction implements Bindable {
    private final ConstructId parent;
    private final String key;
    private final Attaching attaching;

    /** How the parent takes what is attached to this one function. */
    public record Attaching(BiConsumer<String, Object[]> bindings, BiConsumer<String, Object[]> permissions) {}

    public ChildFunction(ConstructId parent, String key, Attaching attaching) {
        this.parent = parent;
        this.key = key;
        this.attaching = attaching;
    }

    /** The identity of a construct's own function: {@code Function Api/GET /notes}. */
    public static ConstructId idOf(ConstructId parent, String key) {
        return new ConstructId(parent.stack(), "Function", parent.id() + "/" + key);
    }

    @Override
    public ConstructId constructId() {
        return idOf(parent, key);
    }

    /** The function's name. */
    public Ref getFunctionName() {
        return new Ref(constructId(), "functionName");
    }

    /** The function's ARN. */
    public Ref getFunctionArn() {
        return new Ref(constructId(), "functionArn");
    }

    /** Lets the function see and use resources. */
    public ChildFunction bind(Object... resources) {
        attaching.bindings().accept(key, resources);
        return this;
    }

    /** Grants permissions. */
    public ChildFunction attachPermissions(Object... permissions) {
        attaching.permissions().accept(key, permissions);
        return this;
    }
}
