package sst.constructs.construct;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.constructs.Construct;
import sst.constructs.host.Errors;
import sst.model.diagnostic.Code;
import sst.model.diagnostic.UserError;
import sst.model.ref.ConstructId;
import sst.model.value.Access;

/** A construct of the app after the CDK has made it: what others may ask of it. */
public interface AppConstruct {
    /**
     * A value that references name, such as {@code tableName}; mostly a CDK token.
     *
     * @throws sst.model.diagnostic.UserError when the construct has no such value
     */
    String attribute(String name);

    /** The CDK object that closures get. */
    Object cdk();

    /** The CDK object of a type that another construct takes; the main one unless a part is of that type. */
    default Object cdk(Class<?> type) {
        return cdk();
    }

    /** The node under which more is put, such as parameters for what is bound. */
    Construct scope();

    /** What a function sees of it when it is bound. */
    default Bound bound() {
        return Bound.nothing();
    }

    /** What a function sees of it when so much of it is bound; for most the same. */
    default Bound bound(Access access) {
        return bound();
    }

    /** What naming it among permissions grants: everything on its resources. */
    default List<Grant> permissions() {
        return bound().grants().apply(Access.ALL);
    }

    /** The functions that attachments reach, by the key that names one of them. */
    default Map<String, Member> functions() {
        return Map.of();
    }

    /** Who is granted permissions besides functions. */
    default List<Grantee> grantees() {
        return List.of();
    }

    /** Says that a construct has no value of that name. */
    static UserError lacks(ConstructId id, String what) {
        String type = id.type().toLowerCase(Locale.ROOT);
        return Errors.of(Code.INVALID_VALUE, type + " '" + id.id() + "' has no " + what)
                .asError();
    }

    /**
     * A function of a construct.
     *
     * @param function the function
     * @param isOwn whether this construct made it
     */
    record Member(AppFunction function, boolean isOwn) {}
}
