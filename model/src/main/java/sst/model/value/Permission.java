package sst.model.value;

import java.util.Map;
import java.util.regex.Pattern;
import sst.model.ref.ConstructId;
import sst.model.schema.PropType;
import sst.model.schema.declare.Coerced;

/** One entry of SST's permissions mini-language (SST v2: {@code util/permission.ts}). */
@Coerced(
        accepts = {String.class, Bindable.class},
        record = Statement.class)
public sealed interface Permission {
    /** {@code '*'}: everything. */
    record Everything() implements Permission {}

    /** {@code 's3'} or {@code 's3:GetObject'}, on every resource. */
    record Action(String service, String action) implements Permission {
        /** The IAM action, such as {@code s3:*}. */
        public String iamAction() {
            return service + ":" + action;
        }
    }

    /** A construct: everything on its resources. */
    record OnConstruct(ConstructId target) implements Permission {}

    /** A policy statement as it stands. */
    record Stated(Statement statement) implements Permission {}

    /** A text, a construct, or a policy statement. */
    static PropType<Permission> type() {
        return new PermissionType();
    }

    /** The forms of a permission. */
    final class PermissionType implements PropType<Permission> {
        private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+(:[A-Za-z0-9*]+)?");

        @Override
        public String description() {
            return "'*', 's3', 's3:GetObject', a construct, or a policy statement";
        }

        @Override
        public boolean coversAll(Permission value) {
            return value instanceof Everything;
        }

        @Override
        public Permission coerce(Object raw) {
            if (raw instanceof Permission permission) {
                return permission;
            }
            if (raw instanceof Bindable bindable) {
                return new OnConstruct(bindable.constructId());
            }
            if (raw instanceof Map || raw instanceof Statement) {
                return new Stated(StatementBlock.SCHEMA.read(raw));
            }
            String text = raw instanceof CharSequence ? raw.toString() : "";
            if (text.equals("*")) {
                return new Everything();
            }
            if (!ACTION.matcher(text).matches()) {
                throw mismatch(raw);
            }
            int colon = text.indexOf(':');
            return colon < 0 ? new Action(text, "*") : new Action(text.substring(0, colon), text.substring(colon + 1));
        }
    }
}
